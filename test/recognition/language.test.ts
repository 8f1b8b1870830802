import assert from "node:assert/strict";
import { test } from "node:test";
import { recogniseLanguage } from "../../engine/analysis/language";
import { parse } from "../../engine/document/parse";
import { recognitionCatalogue } from "./languages";

const languages = [...recognitionCatalogue().languages.values()];

const languageOf = (text: string, configured?: string) =>
  recogniseLanguage(parse(text, "markdown"), languages, configured);

test("configuration decides before front matter, and that before the words", () => {
  assert.equal(languageOf("Wir speichern deine Daten nicht.", "en-GB"), "en");
  assert.equal(languageOf("We keep your data for a year.", "de-AT"), "de-AT");
  assert.equal(languageOf("---\nlang: fr\n---\n\nWe keep your data for a year.\n"), "fr");
  assert.equal(languageOf("---\nlocale: en_US\n---\n\nWir speichern deine Daten nicht.\n"), "en");
  assert.equal(languageOf("---\nlanguage: English\n---\n\nWe keep your data for a year.\n"), "en");
});

test("a short draft is in the first language unless its words speak against it", () => {
  for (const text of [
    "",
    "# Privacy Policy\n",
    "# Privacy Policy\n\nAcme Ltd, 12 Main Street, Dublin 2, Ireland\n",
    "# Lumen Privacy Notice\n\nLast updated: 2 March 2026\n",
    "# Privacy Policy\n\n{{ company }}\n{{ address }}\n{{ email }}\n",
    "# Privacy Policy for Café Übersee, Zürich\n\nWe keep logs.\n",
  ]) {
    assert.equal(languageOf(text), "en", text);
  }
});

const others: Readonly<Record<string, string>> = {
  German:
    "Der Schutz deiner Daten ist uns wichtig. Wir speichern deine Adresse, solange dein Konto besteht, und löschen sie danach binnen dreißig Tagen. In der Regel geben wir sie nicht an Dritte weiter, es sei denn, dass du es willst oder wir dazu verpflichtet sind. Will jemand wissen, was wir speichern, so genügt eine Nachricht.",
  Dutch:
    "Wij verwerken uw gegevens in overeenstemming met de wet. We bewaren ze niet langer dan nodig is voor het doel waarvoor ze zijn verzameld. Als u vragen hebt over ons beleid of over uw gegevens, kunt u contact met ons opnemen. De website is in handen van een bedrijf in Utrecht en wordt in Nederland gehost.",
  French:
    "Nous collectons vos données afin de vous fournir le service. Elles sont conservées pendant trois ans. Vous pouvez nous contacter pour toute question sur cette politique, ou pour exercer vos droits. Nous ne vendons pas vos informations à des tiers et nous les protégeons contre tout accès non autorisé.",
  Spanish:
    "Recopilamos sus datos para prestarle el servicio. Los datos se conservan durante tres años. Puede ponerse en contacto con nosotros para cualquier pregunta sobre esta política. No vendemos su información a terceros y la protegemos contra el acceso no autorizado de otras personas.",
  Italian:
    "Raccogliamo i tuoi dati per fornirti il servizio. I dati sono conservati per tre anni. Puoi scriverci per qualsiasi domanda su questa informativa. Non vendiamo le tue informazioni a terzi e le proteggiamo da accessi non autorizzati con misure adatte al rischio che ne deriva.",
  Portuguese:
    "Recolhemos os seus dados para prestar o serviço. Os dados são guardados durante três anos. Pode escrever-nos para qualquer questão sobre esta política. Não vendemos as suas informações a terceiros e protegemo-las contra o acesso não autorizado de outras pessoas.",
  Polish:
    "Zbieramy dane użytkowników, aby świadczyć usługę. Dane przechowujemy przez trzy lata. W razie pytań prosimy o kontakt, a odpowiemy tak szybko, jak to możliwe. Nie sprzedajemy danych osobowych osobom trzecim i chronimy je przed nieuprawnionym dostępem. To jest dla nas ważne.",
  Danish:
    "Vi indsamler dine oplysninger for at kunne levere tjenesten. Oplysningerne opbevares i tre år. Du kan kontakte os, hvis du har spørgsmål til denne politik. Vi sælger ikke dine oplysninger til andre, og vi har truffet foranstaltninger for at beskytte dem mod misbrug og tab.",
  Turkish:
    "Hizmeti sunmak için verilerinizi topluyoruz. Veriler üç yıl boyunca saklanır. Sorularınız için bize yazabilirsiniz. Verilerinizi üçüncü kişilere satmayız ve yetkisiz erişime karşı koruruz. Bu metin değişirse sizi önceden bilgilendiririz ve yeni metni burada yayımlarız.",
  Russian: "Мы собираем ваши данные, чтобы предоставлять услугу. Мы храним их три года.",
  Greek: "Συλλέγουμε τα δεδομένα σας για να παρέχουμε την υπηρεσία.",
  Arabic: "نحن نجمع بياناتك لتقديم الخدمة ونحتفظ بها لمدة ثلاث سنوات.",
  Japanese: "当社は、お客様の個人情報を適切に取り扱います。個人情報は三年間保存されます。",
  Chinese: "我们收集您的个人信息以提供服务。",
  Korean: "회사는 이용자의 개인정보를 수집합니다.",
};

for (const [name, text] of Object.entries(others)) {
  test(`${name} is not taken for a language that has words`, () => {
    assert.equal(languageOf(`${text}\n`), "und");
    assert.equal(languageOf(`# Privacy Policy\n\n${text}\n`), "und");
  });
}

test("a translation in another script beside it does not hide the language", () => {
  const english = "We keep your data for a year. If you ask us, we delete it earlier. The ferry is safe. ".repeat(4);
  assert.equal(languageOf(`# Privacy Policy\n\n${others.Chinese?.repeat(20)}\n\n${english}\n`), "en");
});

test("links and code-like words do not hide the language", () => {
  const link = "https://ferry.example/a/b/c/d/e/f/g/h?i=j&k=l";
  assert.equal(languageOf(`We keep your data for a year, see ${`[this](${link}) and `.repeat(30)} that.\n`), "en");
});

test("the language that a page of HTML names decides, unless its words are plainly of another", () => {
  const page = (lang: string, words: string) => {
    const text = `<html lang="${lang}"><script>const und = der && die && das;</script><p>${words}`;
    return recogniseLanguage(parse(text, "html"), languages, undefined);
  };
  const english =
    "We keep the data that you give to us when you order from us, and we use it to send you what you asked for. ".repeat(
      8,
    );
  const german =
    "Wir speichern die Daten, die du uns bei einer Bestellung gibst, und nutzen sie, um dir die Ware zu senden. ".repeat(
      8,
    );
  assert.equal(page("en-GB", english), "en");
  assert.equal(page("de-AT", german), "de-AT");
  assert.equal(page("de", "Tern Ltd, Galway"), "de");
  assert.equal(page("de", english), "en");
  assert.equal(page("en", german), "und");
  assert.equal(page("auto", english), "en");
});
