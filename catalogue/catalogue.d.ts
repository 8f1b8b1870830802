declare module "clauselint:catalogue" {
  const source: import("../engine/catalogue/model").CatalogueSource;
  export default source;
}
declare module "clauselint:catalogue-to-explain" {
  const source: import("../engine/catalogue/model").ExplainedCatalogue;
  export default source;
}
declare module "clauselint:catalogue-with-examples" {
  const source: import("../engine/catalogue/model").CatalogueSource;
  export default source;
}
declare module "clauselint:presets" {
  const presets: Readonly<Record<string, unknown>>;
  export default presets;
}
