/** Second-level names under which nobody writes a policy, whatever stands before and behind them. */
const madeUp =
  /^(?:your|my)-?(?:domain|site|website|company|business|app|store|shop|org|organi[sz]ation|brand|name|e?mail|url|web)(?:-?(?:name|here))?$|^(?:company|domain|site|website|app|business)-?name$|^x{2,}$/;

/** Names that are only made up with a generic ending. */
const generic = new Set([
  "domain.com",
  "website.com",
  "company.com",
  "site.com",
  "email.com",
  "mysite.com",
  "test.com",
]);

/** Whether a host is one of those reserved for examples (RFC 2606) or made up ("yourdomain.com"), so that it reaches nobody. */
export function isPlaceholderDomain(host: string): boolean {
  const labels = host.toLowerCase().replace(/\.$/, "").split(":")[0]?.split(".") ?? [];
  const top = labels.at(-1) ?? "";
  if (labels.length < 2) return false;
  if (top === "example" || top === "invalid") return true;
  const pair = labels.slice(-2).join(".");
  if (/^example\.(?:com|org|net|edu|io|eu|de|co)$/.test(pair) || generic.has(pair)) return true;
  return labels.slice(0, -1).some((label, index) => madeUp.test(label) && index >= labels.length - 3);
}
