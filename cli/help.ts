export const helpText = `Usage: clauselint <command> [options] [files, folders, globs or -]

Finds missing and vague disclosures, unfilled placeholders and lost values in privacy policies
in Markdown, HTML and plain text.

Commands:
  lint                     report findings
  coverage                 report what each policy says about every disclosure, and where
  explain [<id>]           tell what a disclosure or a rule is, who asks for it, and what says it; without an id, list all
  config [<file>]          print the configuration that holds for a file, and where each value comes from
  init                     look at the policies in this folder, ask what no text tells, and write clauselint.config.yaml

Without a file the working directory is looked through; "-" reads standard input.
Of a folder, the Markdown, HTML and text files below it are read, except those in node_modules and .git,
and those that a configuration leaves out.

Options:
  --format <format>        "pretty" (for people, the default) or "json" (for programs)
  --fail-on <severity>     lint only: the weakest severity that makes the exit code 1: "error" (the default),
                           "warning", "information" or "hint"; "never" leaves it at 0
  --regime <id,id>         judge by these laws, whatever the text claims; coverage shows what they ask for
  --assume-policy          every file is a policy, whatever it looks like
  --require-policy         a file that is no policy is an error
  --stdin-filename <name>  the name of what comes through "-"; it decides the format (Markdown without it)
  --as-of <YYYY-MM-DD>     the day whose law counts; today without it
  --config <path>          the configuration, in place of the nearest clauselint.config.yaml (or .json, …) of each file
  --baseline <path>        the findings that were there before, in place of the configuration's baseline
  --update-baseline        lint only: write the findings to the baseline; later runs fail on new ones only
  --no-inline-config       neither front matter nor comments of a document configure anything
  --preset <name,name>     init only: rest on these presets ("gdpr", "us", "app-store", …)
  --fact <id=value>        init only: something about the organisation ("company=Acme GmbH"); may be given several times
  -y, --yes                init only: ask nothing
  --force                  init only: replace the configuration that is there
  -h, --help               print this
  -v, --version            print the version, and the day whose law the catalogue states

Exit codes:
  0  nothing at or above the failing severity
  1  findings
  2  wrong usage, a broken configuration, an unreadable file, an internal error, or no file matched
`;
