/** mocha's build for browsers; it has no exports, and defines `Mocha` for everybody. */
declare module "mocha/mocha";
