import type { Rule } from "../engine/rule";

/** A value is gone from the text: the words around it are there, it is not. */
export const emptyValue: Rule = {
  id: "empty-value",
  summary: "A value is gone from the text, and the words around it show that.",
  why: "Addresses, links and names get lost when a text is copied from a page, when a template is rendered without its variables, or when a page hides its addresses from robots. The sentence that is left promises a way to reach somebody and does not give it: the contact details that GDPR Art. 13(1)(a) asks for, or the name that says whose policy this is.",
  group: "drafting",
  severity: "error",
  status: "stable",
  since: "0.1.0",
  kinds: ["privacy-policy", "cookie-policy", "terms", "other-policy"],
  messages: {
    address: "An address is missing after “{text}”, so readers cannot use what the sentence offers; put it in",
    parentheses: "Something is missing in the parentheses of “{text}”; put it in, or remove them",
    quotes: "There is nothing between the quotation marks, where a name or a defined term belongs; put it in",
    number: "A number is missing in “{text}”; put it in",
    name: "A name or place is missing after “{text}”; put it in",
    date: "A date is missing after “{text}”; put it in",
    link: "The link “{text}” leads nowhere; give its target, or remove the link",
    "hidden-address": "An address is hidden behind “{text}”, which reaches nobody; write the address out",
  },
  examples: {
    flagged: [
      {
        text: "# Privacy Policy\n\nYou may ask us to delete your data by «emailing us at».\n",
        messageIds: ["address"],
      },
      {
        text: "# Privacy Policy\n\nYou can «reach us at» .\n\n## Changes\n\nWe may change this policy.\n",
        messageIds: ["address"],
      },
      {
        text: "# Privacy Policy\n\nPlease «contact us at»\n\n## Changes\n\nWe may change this policy.\n",
        messageIds: ["address"],
        note: "The paragraph ends, and no address follows.",
      },
      {
        text: "# Privacy Policy\n\nIf you object, «write us at» or call us, and we will stop.\n",
        messageIds: ["address"],
      },
      {
        text: "# Privacy Policy\n\nThis policy holds for our «website ( and» any of its subdomains.\n",
        messageIds: ["parentheses"],
      },
      {
        text: "# Privacy Policy\n\nThe shop belongs to «Brightlamp ( )», which decides about your data.\n",
        messageIds: ["parentheses"],
      },
      {
        text: '# Privacy Policy\n\nBrightlamp Studio ("we", "us" or «""») collects your name.\n',
        messageIds: ["quotes"],
      },
      { text: "# Privacy Policy\n\nWe keep server logs for «up to days».\n", messageIds: ["number"] },
      { text: "# Privacy Policy\n\nThe site is «operated by» , and it collects your name.\n", messageIds: ["name"] },
      { text: "# Privacy Policy\n\nThis policy was last «updated on» .\n", messageIds: ["date"] },
      { text: "# Privacy Policy\n\nRead our «[cookie policy]()» as well.\n", messageIds: ["link"] },
      {
        text: "# Privacy Policy\n\nWrite to «[email protected]» with your question.\n",
        messageIds: ["hidden-address"],
      },
    ],
    passed: [
      { text: "# Privacy Policy\n\nWe learn the place you live at. Tell us the address we can reach you at.\n" },
      { text: "# Privacy Policy\n\nPlease contact us at:\n\nprivacy@brightlamp.io\n" },
      { text: "# Privacy Policy\n\nPlease write to us at\n\nBrightlamp Studio\\\n14 Harbour Row\\\nGalway\n" },
      {
        text: "# Privacy Policy\n\nYou can email us at [our office](mailto:privacy@brightlamp.io), or at any time by post.\n",
      },
      {
        text: "# Privacy Policy\n\nThe function `send( )` takes what you type in (and nothing else) on our website (and its subdomains).\n",
      },
      {
        text: "# Privacy Policy\n\nWe keep it for years, tell you whom it was given to, and show the page you came from.\n",
      },
    ],
  },
  check: ({ analysis, report }) => {
    const { text } = analysis.document;
    for (const { kind, span } of analysis.emptyValues) {
      const words = text.slice(span.start, span.end).replace(/\s+/g, " ");
      report({ messageId: kind, data: { text: words }, span, scope: "span" });
    }
  },
};
