### What Jalon says, in English. One key a code (`link/missing-page` is `link-missing-page`), then the words
### of the command line. Value and helps: no final dot. `means`, `fix`: whole sentences.

## Common words

severity-error = error
severity-warning = warning
help-word = help:
count-errors = { $count ->
    [one] { COUNT($count) } error
   *[other] { COUNT($count) } errors
}{ $places ->
    [0] { "" }
   *[other] { " " }({ COUNT($places) } places)
}
count-warnings = { $count ->
    [one] { COUNT($count) } warning
   *[other] { COUNT($count) } warnings
}{ $places ->
    [0] { "" }
   *[other] { " " }({ COUNT($places) } places)
}
count-none = nothing to report
count-others = { $count ->
    [one] { COUNT($count) } finding of another code is not shown
   *[other] { COUNT($count) } findings of other codes are not shown
} (--only)
other-places = also at { $places }{ $more ->
    [0] { "" }
    [one] { " " }and { COUNT($more) } other place
   *[other] { " " }and { COUNT($more) } other places
}
left-out = { $count ->
    [one] { COUNT($count) } finding is not shown:
   *[other] { COUNT($count) } findings are not shown:
}
left-out-code = { COUNT($count) } × { $code }
left-out-codes = and { $count ->
    [one] { COUNT($count) } other code
   *[other] { COUNT($count) } other codes
}
left-out-help = `--all` shows everything, `jalon check --summary` prints a line for each code, `jalon check --only { $code }` looks at one
summary-severity = { "" }
summary-code = code
summary-count = findings
summary-files = files
summary-fix = --fix
summary-message = the first of them
summary-example = where
expected-type = { $expected ->
    [text] a text
    [line] a text on one line
    [flag] `true` or `false`
    [number] a whole number
    [date] a date such as `2026-11-23`
    [period] a length of time such as `6 months`
    [email] a mail address such as `contact@example.org`
    [phone] a telephone number such as `"+44 20 7946 0123"`
    [url] a full web address such as `https://example.org/`
    [one-of] a word of a closed list
    [choice] a word of a closed list
    [list] a list
    [group] a group of fields
    [entry] the id of a registry entry
    [slug] a name in lower case without accents, joined by hyphens
    [map] fields with their values
    [null] nothing
    [alias] a former address such as `/former-address/`
    [size] a size in bytes
    [country] the two letters of a country such as `GB`
    [language] a language such as `en`
    [reach] a mail address or a web address
   *[other] { $expected }
}
found-type = { $found ->
    [text] a text
    [line] a text on one line
    [flag] `true` or `false`
    [number] { $expected ->
        [number] a number out of bounds
       *[other] a number
    }
    [date] a date
    [period] a length of time
    [email] a mail address
    [phone] a telephone number
    [url] a web address
    [one-of] another word
    [list] a list
    [group] a group of fields
    [entry] the id of an entry
    [slug] a name for an address
    [map] fields with their values
    [empty] nothing
    [broken] a badly written text
    [null] nothing
    [decimal] a number with decimals
    [lines] a text of several lines
    [control] an invisible character
   *[other] { $found }
}
kind-none = { $kind ->
    [contact] no contact
    [tool] no tool
    [resource] no resource
    [role] no role
    [organisation] no organisation
    [term] no term
   *[other] no entry
}
family-file = Files
family-front = Front matter
family-yaml = How front matter, settings and registry are written (YAML)
family-settings = Settings of the guide
family-link = Links
family-address = Addresses of pages
family-registry = Registry: contacts, tools, resources, roles, organisations, terms
family-date = Dates
family-placeholder = Information to be supplied
family-heading = Headings
family-dialect = Syntax of other site generators
family-list = Lists
family-task = Tasks
family-image = Images
family-table = Tables
family-footnote = Footnotes
family-markdown = Marks of Markdown
family-term = Terms and acronyms
family-html = HTML in pages
family-waiver = Waivers
family-external = Addresses on other sites (`jalon check --external`)
family-output = Published files
family-search = Search
family-theme = Themes

## Files and front matter

file-not-utf8 = this file is not UTF-8 text
    .help = save it again and choose the encoding “UTF-8”
    .means = A computer can write accents in several ways; Jalon reads UTF-8, the most common one. Here a character is written in another way and cannot be read without guessing.
    .fix = Open the file in your text editor, choose “Save as”, then the encoding “UTF-8”.
    .example =
        Before: a file saved as “Windows-1252” or “ANSI”
        After: the same file, saved as “UTF-8”

file-utf16 = this file is saved as UTF-16, which Jalon does not read
    .help = save it again and choose the encoding “UTF-8”
    .means = The file is text, but in an encoding (UTF-16, sometimes called “Unicode”) that the web does not use. None of its content was read.
    .fix = Open the file in your text editor, choose “Save as”, then the encoding “UTF-8”.
    .example =
        Before: a file saved as “Unicode” by Notepad
        After: the same file, saved as “UTF-8”

file-nul = this file contains a null character, which no text has
    .help = delete that character, or copy the text into a new file
    .means = The null character is invisible and never comes from a keyboard. The file was probably damaged, or is not a text file.
    .fix = Go back to a sound version of the file, or copy its text into a new file saved as UTF-8.
    .example =
        Before: a Word document renamed “page.md”
        After: the text of the document, pasted into a file “page.md”

file-too-large = this file is too large; the limit is { BYTES($limit) }
    .help = split it into several files
    .means = Jalon sets a limit to the size of each file, so that a copying mistake does not block everything. A page that long would be very hard to read anyway.
    .fix = Split the page into several pages of a section, or look for what was pasted by mistake.
    .example =
        Before: a single file “everything.md”
        After: a folder with “index.md”, “1-start.md”, “2-next.md”

front-too-large = the front matter of this page is too large; the limit is { BYTES($limit) }
    .help = check that the front matter is closed, and move what is not a field into the text
    .means = Front matter is a few fields between two lines `---`. So much of it is nearly always text whose second line `---` is missing.
    .fix = Add the line `---` that closes the front matter, or move the long passage below it.
    .example =
        Before: “---”, “title: The agreement”, then the whole text, then “---”
        After: “---”, “title: The agreement”, “---”, then the text

front-not-closed = the front matter of this page is not closed
    .help = add a line `---` after the last field of the front matter
    .means = A page may begin with front matter: fields between two lines `---`. The second line is missing, so nobody knows where the text begins.
    .fix = Add a line of three hyphens, alone, between the front matter and the text.
    .example =
        Before: a line “---”, “title: The agreement”, then the text
        After: “---”, “title: The agreement”, “---”, then the text

file-too-deep = too many lists or quotes are nested here
    .help = bring this passage back to a few levels
    .means = Lists or quotes are nested far beyond what people can read. It is nearly always a copying accident.
    .fix = Remove the levels that are not needed, or turn this passage into a section with a heading of its own.
    .example =
        Before: > > > > > > (and so on) a text
        After: > a text

file-bidi-control = an invisible character changes the reading direction here
    .help = delete this invisible character and type the text around it again
    .means = Some invisible characters turn the order of letters around on the screen. They can make people read something other than what is written, a different mail address for instance.
    .fix = Delete the passage and type it again; copying and pasting would bring the character back.
    .example =
        Before: a passage pasted from a document, with a character U+202E hidden in it
        After: the same passage, typed again

file-not-a-file = this is neither a plain file nor a folder; Jalon does not open it
    .help = take it out of the guide's folder
    .means = Some systems put things into a folder that are not files (a pipe, a device). Jalon leaves them alone, because reading them might never end.
    .fix = Take the thing out of the folder, or put a real file in its place.
    .example =
        Before: guide/channel (a named pipe)
        After: guide/channel.md (a text file)

file-outside-link = this shortcut leads out of the project; Jalon does not follow it
    .help = copy the file into the guide instead of the shortcut
    .means = A shortcut (symbolic link) may lead anywhere on the computer. Following it might publish files that must not be published.
    .fix = Replace the shortcut by a copy of the file or folder.
    .example =
        Before: guide/photo.png, a shortcut to another folder of the computer
        After: guide/photo.png, the file itself

file-link-loop = this shortcut leads back to itself
    .help = delete the shortcut
    .means = The shortcut (symbolic link) leads, directly or not, to the folder that holds it. Following it would never end; Jalon left it alone.
    .fix = Delete the shortcut, or make it lead to another folder.
    .example =
        Before: guide/a/b, a shortcut to guide/a
        After: the shortcut is deleted

file-unreadable = this file cannot be read: “{ $why }”
    .help = check your rights on this file, and that no other program has it open
    .means = The computer refused to open the file. A page or a picture would be missing from the site.
    .fix = Check that you are allowed to read this file and that the disk or shared folder can be reached.
    .example =
        Before: a file reserved to another account
        After: the same file, with the right to read for you

front-not-read = { $form ->
    [toml] this front matter is in TOML; Jalon does not read it, and it would be shown as text
    [json] this front matter is in JSON; Jalon does not read it, and it would be shown as text
    [mark] the first line of this front matter is not `---`; it would be shown as text
    [second] this is a second front matter; Jalon does not read it, and it would be shown as text
    [bare] this front matter lacks its lines `---`; it would be shown as text
    [fence] this front matter is in a code block; it would be shown as code
    [pandoc] this front matter is one of Pandoc; Jalon does not read it, and it would be shown as text
   *[late] this front matter does not begin in the first line; it would be shown as text
}
    .help = front matter begins in the first line, between two lines `---`, in YAML: `title: …`
    .help-second = put both into one, in the first line
    .means = Front matter tells the title of a page, or that it is a draft. This one would not be read: its lines would be shown in the page, and what it says would have no effect.
    .fix = Write the front matter in YAML, between two lines `---`, the first one at the very top of the file.
    .example =
        Before: +++, then title = "The agreement", then +++
        After: ---, then title: The agreement, then ---

front-unknown-key = front matter has no field `{ $key }`
    .help = remove this field, or put it under `extra` if your theme uses it
    .help-nearest = did you mean `{ $nearest }`?
    .means = The front matter of a page accepts known fields only. A misspelt field would be ignored silently; Jalon reports it instead.
    .fix = Correct the name of the field. Fields of your own go under `extra`.
    .example =
        Before: titel: The agreement
        After: title: The agreement

front-wrong-type = the field `{ $key }` expects { expected-type }, and holds { found-type }
    .help = write { expected-type } here
    .help-nearest = did you mean `{ $nearest }`?
    .help-choices = choose among: { $choices }
    .help-range = write a number from { $min } to { $max }
    .help-quote = put this value between straight quotes: `{ $quoted }`
    .help-date = write `{ $date }`
    .means = Each field of the front matter expects one kind of value: a text, a date, a list… Another kind of value cannot be understood.
    .fix = Write the value in the form that is expected. A text that looks like a number or a date goes between straight quotes.
    .example =
        Before: last_reviewed_on: soon
        After: last_reviewed_on: 2026-11-23

front-foreign-key = the field `{ $key }` comes from another program; Jalon does not read it
    .help = remove this field, or put it under `extra`
    .help-needless = remove this line: a page is published unless it says `draft: true`
    .help-ours = in Jalon, this field is called `{ $ours }`
    .help-shape = in Jalon, the field `{ $ours }` is close to it, but wants { expected-type }; else remove this line
    .help-line = in Jalon: `{ $line }`
    .help-alias = so that this address still leads here, add `{ $line }` to `aliases`
    .help-same-address = remove this line: the page has this address already
    .means = Other site generators use this field. Jalon has its own, or needs none; this one has no effect.
    .fix = Use Jalon's field, or remove the line.
    .example =
        Before: permalink: /former-address/
        After: aliases: [/former-address/]

front-reference = `{ $written }` in the front matter would be shown as it is: front matter takes text only
    .help = write the name itself
    .help-name = write the name itself: `{ $name }`
    .means = The title and the description of a page are shown in the menu, in the browser's tab and by search engines, word for word. An entry of the registry is not replaced by its name there.
    .fix = Write the name itself in the front matter, or put the title into a first line `# Title`, where entries are read.
    .example =
        Before: title: "Use <tool:intranet>"
        After: title: "Use HR intranet"

front-unknown-step = this step is not a page of the guide
    .help = write the path of the page's file, starting from this one
    .help-nearest = did you mean `{ $nearest }`?
    .means = The field `steps` gives the pages of a journey, in order. One of them cannot be found: the journey would have a gap.
    .fix = Correct the name of the file, or take it off the list.
    .example =
        Before: steps: [1-agrement.md, 2-application.md]
        After: steps: [1-agreement.md, 2-application.md]

front-unknown-page = nothing in this section has this name
    .help = write the name of a file of this folder (`page.md`), or that of a folder with a slash (`folder/`)
    .help-nearest = did you mean `{ $nearest }`?
    .help-itself = `index.md` is the section itself: take it off the list
    .help-elsewhere = each section orders what is directly in its folder; the rest is ordered by the `index.md` of the other folder
    .means = The field `pages` gives the order of what a section holds. One of the names is that of no file and no folder: the page that you meant to place has stayed at the end.
    .fix = Correct the name, or take it off the list.
    .example =
        Before: pages: [prepare, apply.md, follow-up/]
        After: pages: [prepare.md, apply.md, follow-up/]

front-page-twice = `{ $name }` is in the list already
    .help = remove one of the two
    .means = The field `pages` gives the order of what a section holds. A name stands in it twice: only the first place counts.
    .fix = Remove the name from one of the two places.
    .example =
        Before: pages: [prepare.md, follow-up.md, prepare.md]
        After: pages: [prepare.md, follow-up.md]

front-numbered-pages = two orders at once: `pages`, and numbers in names (`{ $name }`)
    .help = remove the numbers from the names (addresses do not change), or remove `pages`
    .means = The order of a section comes from `pages` or from the numbers in front of the names. With both, `pages` decides, and the numbers mislead those who look into the folder.
    .fix = Keep one of the two.
    .example =
        Before: pages: [2-follow-up.md, 1-prepare.md]
        After: pages: [follow-up.md, prepare.md]

front-not-a-section = this page is not a section: it has no pages to order
    .help = write `pages` into the `index.md` of the folder; for a journey, write `steps`
    .means = The field `pages` gives the order of what a folder holds. It counts in the `index.md` of that folder and nowhere else.
    .fix = Move the field into the `index.md` of the folder.
    .example =
        Before: pages: [b.md, a.md] in `c.md`
        After: pages: [b.md, a.md, c.md] in `index.md`

front-no-title = this page has no title; its file name is used instead
    .help = add `title: …` to the front matter, or a first line `# Title`
    .means = The title appears in the menu, in the browser's tab and in the search. Without it, readers do not know where they are.
    .fix = Add a field `title` to the front matter of the page.
    .example =
        Before: a page that begins with its text at once
        After: title: The agreement

file-no-index = this folder has no home page; a plain list is shown instead
    .help = create a file `index.md` in this folder
    .help-readme = rename `{ $file }` to `index.md`
    .means = The page `index.md` introduces a section and leads to its pages. Without it, readers find a bare list.
    .fix = Create `index.md` in the folder, with a title and a sentence that says what the section is for.
    .example =
        Before: guide/1-hiring/1-agreement.md, alone
        After: guide/1-hiring/index.md and 1-agreement.md

file-readme = `{ $file }` is published as a page of its own: this folder has its `index.md` already
    .help = put this text into `index.md`, or rename this file: `_{ $file }` stays out of the site
    .means = Other programs show `README.md` as the home page of its folder. Jalon shows `index.md`; `README.md` becomes one more page, in the menu.
    .fix = Keep only one of the two files. For a note to editors, put a `_` in front of the name.
    .example =
        Before: guide/index.md and guide/README.md
        After: guide/index.md and guide/_README.md

file-left-out = `{ $name }` is not part of the guide: its name begins with `_`
    .help = rename this file to `index.md`
    .means = In another site generator this file is the home page of its folder. Jalon leaves names out that begin with `_`: its text would be lost.
    .fix = Rename the file to `index.md`.
    .example =
        Before: guide/1-hiring/_index.md
        After: guide/1-hiring/index.md

file-copy = { $other ->
    [none] this page looks like a copy; it is published, too
   *[other] this page looks like a copy of `{ $other }`; it is published, too
}
    .help = delete the copy, or give it a name of its own
    .help-other = delete the copy, or give it a name and a title of its own
    .means = A computer, or a program that synchronises folders, makes a copy beside the original. Both would be published: readers would see the same title twice, and perhaps an outdated text.
    .fix = Keep the right version under the name of the original, and delete the other one.
    .example =
        Before: home.md and home - Copy.md
        After: home.md

file-not-a-page = this file is not a page: it is published as it is
    .help = to make a page of it, rename it: its name must end in `.md`, in lower case
    .means = A page is a file whose name ends in `.md`. With another ending readers would get the bare text of the file, without menu or search.
    .fix = Rename the file. If it is to be published as it is, make it a `.txt` file.
    .example =
        Before: guide/home.markdown
        After: guide/home.md

file-no-pages = this guide has no page to publish
    .help = create a page `index.md` beside `jalon.yaml`
    .help-drafts = all of its pages are drafts: remove `draft: true` from one of them, or try `--drafts`
    .means = Without a page the site would show nothing but its title. A site that is online already would be replaced by an empty one.
    .fix = Create `index.md`, or publish a page. Make sure, too, that Jalon reads the right folder.
    .example =
        Before: guide/jalon.yaml, alone
        After: guide/jalon.yaml and guide/index.md

file-dangling-link = this shortcut leads to a file that is not there: `{ $target }`
    .help = put the file back where the shortcut leads, or put the file itself in its place
    .means = This file is a shortcut to another one, which was moved, renamed or deleted. The page or the image would be missing on the site.
    .fix = Put the file itself in the place of the shortcut, or delete it.
    .example =
        Before: home.md, a shortcut to ../texts/home.md, which is gone
        After: home.md, the text itself

front-bad-slug = this name cannot be part of an address
    .help = use lower-case letters without accents, digits and hyphens
    .help-nearest = write for instance `{ $nearest }`
    .help-alias = `slug` is one part of an address, without a slash; so that the whole address leads here, write `aliases: [{ $alias }]`
    .means = The field `slug` gives the end of the page's address. People must be able to say it, copy it and type it anywhere without surprise.
    .fix = Write a short name, in lower case, without accents or spaces.
    .example =
        Before: slug: The Agreement!
        After: slug: the-agreement

file-bad-name = the name of this file cannot be read
    .help = rename it with letters, digits and hyphens
    .means = The name holds signs that the computer cannot write in UTF-8. It probably comes from an old system or an archive.
    .fix = Rename the file, preferably in lower case and without accents, then correct the links to it.
    .example =
        Before: a name in which signs “�” appear
        After: agreement.md

front-bad-alias = this former address is not valid
    .help = write the address from the root of the site, between two slashes: `/former-address/`
    .help-nearest = write `{ $nearest }`
    .means = The field `aliases` keeps the former addresses of a page alive. Each is written from the root of the site, without a domain name.
    .fix = Begin the address with a slash, and remove what stands before the path.
    .example =
        Before: aliases: [https://example.org/agreement]
        After: aliases: [/agreement/]

## How YAML is written

yaml-syntax = { $cause ->
    [tab] this is a tab; only spaces are allowed
    [bracket] a bracket or brace is not closed, or not where it belongs
    [quote-open] a quote is opened and not closed
    [apostrophe] an apostrophe ends the text too early here
    [after-quote] there is text after the closing quote
    [escape] the backslash `\` starts an escape that does not exist
    [reserved] a text cannot begin with this sign
    [comment] the `#` starts a comment here and cuts the text off
    [indent] this line does not begin with the right number of spaces
    [key] a field's name is missing here, or the colon after it
    [directive] a line cannot begin with `%`
    [documents] there is a second document here, after a line `---` or `...`
   *[other] this passage cannot be read
}
    .help = check the colons, the quotes and the spaces at the beginning of lines
    .means = Front matter, settings and registry are written in YAML: a field, a colon, a space, a value. Here that is not respected and what follows cannot be understood.
    .fix = Compare the line with its neighbours: same spaces at the beginning, a colon after the field's name, quotes opened and closed.
    .example =
        Before: title "The agreement"
        After: title: "The agreement"

yaml-colon-in-text = this text contains a colon and must be between straight quotes
    .help = put quotes around the text: `{ $quoted }`
    .means = In front matter and registry, a colon followed by a space separates a field from its value. Inside a text, quotes are needed to say that it is punctuation.
    .fix = Put the whole text between straight quotes (").
    .example =
        Before: title: First check: the agreement
        After: title: "First check: the agreement"

yaml-duplicate-key = the field `{ $key }` is already written on line { $first_line }
    .help = keep only one of the two lines
    .means = A field can have one value only. Nobody can guess which of the two is right.
    .fix = Delete one of the two lines, or merge their values into a list if the field accepts one.
    .example =
        Before: “rank: 2” and, further down, “rank: 3”
        After: “rank: 2”

yaml-not-a-map = fields with their values are expected here, such as `name: value`
    .help = write each line as `name: value`, with a space after the colon
    .means = This file or front matter is made of fields: a name, a colon, a space, a value. What is written here has another form.
    .fix = Add the name of the field, or the space that is missing after the colon.
    .example =
        Before: title:The agreement
        After: title: The agreement

yaml-over-limit = this content is too long or too deeply nested to be read
    .help = simplify this passage or split it into several files
    .means = Jalon sets limits to what it reads, so that a damaged or hostile file does not block the computer. An ordinary guide is far from them.
    .fix = Remove what was pasted by mistake, or split the file.
    .example =
        Before: groups inside groups, dozens of levels deep
        After: a plain list

yaml-alias = YAML references (`&name`, `*name`) are not allowed here
    .help = write the value out in full, or put the text between quotes
    .means = The signs `&` and `*` at the beginning of a value make a hidden reference. A person who reads the file does not see it, and it can make a small file expand without limit.
    .fix = Write the value itself. If the sign is part of the text, put the text between straight quotes.
    .example =
        Before: name: *support
        After: name: "*support"

yaml-tag = YAML type marks (`!…`) are not allowed here
    .help = remove the mark, or put the text between quotes
    .means = An exclamation mark at the beginning of a value gives it a special type. Jalon knows the type of each field already.
    .fix = Remove the mark. If the sign is part of the text, put the text between straight quotes.
    .example =
        Before: name: !important
        After: name: "!important"

## Settings

settings-missing-field = the field `{ $field }` is missing from the settings
    .help = add a line `{ $field }: …` to `guide/jalon.yaml`
    .means = Without this field the site cannot be made: the title appears on every page, the language sets how pages are read aloud.
    .fix = Add the field and its value to `guide/jalon.yaml`.
    .example =
        Before: title: My guide
        After: title: My guide
               language: en

settings-unknown-key = the settings have no field `{ $key }`
    .help = remove this field; `jalon schema settings` lists the known fields
    .help-nearest = did you mean `{ $nearest }`?
    .means = The settings accept known fields only. A misspelt field would be ignored silently; Jalon reports it instead.
    .fix = Correct the name of the field or remove the line.
    .example =
        Before: langage: en
        After: language: en

settings-wrong-type = the setting `{ $key }` expects { expected-type }, and holds { found-type }
    .help = write { expected-type } here
    .help-nearest = did you mean `{ $nearest }`?
    .help-choices = choose among: { $choices }
    .help-range = write a number from { $min } to { $max }
    .help-quote = put this value between straight quotes: `{ $quoted }`
    .help-date = write `{ $date }`
    .means = Each setting expects one kind of value: a text, a date, a list… Another kind of value cannot be understood.
    .fix = Write the value in the form that is expected. A text that looks like a number or a date goes between straight quotes.
    .example =
        Before: language: English
        After: language: en

settings-bad-email = this e-mail address is not valid
    .help = check the address: a name, an at sign, a domain, no space
    .means = A message sent to this address would never arrive.
    .fix = Copy the address from a message you received, or remove the line.
    .example =
        Before: report_to: guide@example
        After: report_to: guide@example.org

settings-bad-phone = this telephone number is not possible
    .help = count the digits; a foreign number begins with `+` and the code of its country
    .means = This number does not exist in the numbering plan of the guide's country. Readers who call would reach nobody.
    .fix = Check the number, or remove the line.
    .example =
        Before: phone: "+44 20 7946 01"
        After: phone: "+44 20 7946 0123"

settings-bad-url = { $mistake ->
    [no-scheme] `https://` is missing at the beginning of this web address
    [scheme] this web address begins with neither `https://` nor `http://`
    [credentials] this web address holds a user name or a password
    [query] this web address cannot hold `?` or `#`
   *[other] this web address is not valid
}
    .help = copy the address from the browser's address bar, with `https://`
    .help-nearest = write `{ $nearest }`
    .means = A browser could not follow this address, or the pages of the guide would have wrong addresses.
    .fix = Open the page and copy its whole address.
    .example =
        Before: base_url: example.org/guide
        After: base_url: https://example.org/guide/

settings-foreign-key = the setting `{ $key }` comes from another program; Jalon does not read it
    .help = remove this line
    .help-ours = in Jalon, this setting is called `{ $ours }`
    .help-shape = in Jalon, the setting `{ $ours }` is close to it, but wants { expected-type }; else remove this line
    .means = Other site generators use this setting. Jalon has its own, or needs none; this one has no effect.
    .fix = Use Jalon's setting, or remove the line.
    .example =
        Before: baseURL: https://example.org/
        After: base_url: https://example.org/

settings-unknown-code = no diagnostic is called `{ $code }`
    .help = `jalon explain` lists all the names
    .help-nearest = did you mean `{ $nearest }`?
    .means = The setting `check.levels` adjusts warnings one by one, by name. This name does not exist, so the line has no effect.
    .fix = Copy the name as Jalon writes it in brackets, for instance `link/unclear-text`.
    .example =
        Before: link/unclear: off
        After: link/unclear-text: off

settings-renamed-code = `{ $former }` is now called `{ $code }`
    .help = write `{ $code }`, or let `jalon check --fix` do it
    .means = This line names a diagnostic by a name that an earlier version of Jalon used. It still works, and does not make `--strict` fail.
    .fix = Write the new name in place of the old one, or run `jalon check --fix`.
    .example =
        Before: front/no-index: off
        After: file/no-index: off

settings-error-silenced = `{ $code }` is an error and cannot be silenced
    .help = correct the error, then remove this line
    .means = An error says that the guide would state something false: a link to nothing, an impossible date. Only warnings can be turned off.
    .fix = Remove this line from `check.levels` and correct what the error points at.
    .example =
        Before: link/missing-page: off
        After: the line is removed and the link corrected

settings-unknown-theme = this theme cannot be found
    .help = put the theme into the folder `themes`, or remove this line to keep the original theme
    .help-nearest = did you mean `{ $nearest }`?
    .means = The theme gives the site its looks. It is looked for in the folder `themes`, under the name written here.
    .fix = Correct the name, or add the theme's folder.
    .example =
        Before: theme: plian
        After: theme: plain

settings-bad-editor = “{ $value }” opens no program
    .help = write { $names }, or an address that holds `{"{"}path{"}"}`
    .means = This setting names the program in which `jalon serve` opens a file at the right line. Jalon does not know this one; the site does not depend on it.
    .fix = Write one of the known names, or the address that opens a file in your program, with `{"{"}path{"}"}`, `{"{"}line{"}"}` and `{"{"}column{"}"}` in the right places.
    .example =
        Before: editor: code
        After: editor: vscode

settings-bad-checklist-field = { $mistake ->
    [nothing] “{ $field }” is no label: it needs at least one letter or digit
    [long] this label is longer than { $limit } characters: it would not fit above its line
    [twice] “{ $field }” is in this list already
   *[many] a checklist has at most { $limit } more fields
}
    .help = { $mistake ->
        [twice] keep one of the two
        [many] remove the fields from this one on, or make tasks of them
       *[other] write in a few words what is to be filled in: “Person hired”
    }
    .means = The setting `checklist: fields` says what is filled in at the top of each checklist, in the PDF and on the printed page, besides organisation, date and name. Each field has a short label that differs from the others.
    .fix = Correct the label, or remove it.
    .example =
        Before: fields: [Person hired, Person hired]
        After: fields: [Person hired, Agreement number]

settings-bad-logo = { $mistake ->
    [outside] the logo `{ $file }` is outside of the guide
    [kind] the logo `{ $file }` is no picture that pages and PDFs show
    [unreadable] the picture `{ $file }` cannot be read
   *[missing] the picture `{ $file }` is not in the guide
}
    .help = { $mistake ->
        [outside] copy the picture into the folder `guide`, and write its path from there
        [kind] choose an SVG, PNG, JPEG, GIF or WebP file
        [unreadable] save it again from the program that made it
       *[missing] write its path from the folder `guide`: `images/logo.svg`
    }
    .help-nearest = did you mean `{ $nearest }`?
    .means = The setting `logo` names the picture at the top of pages and printed checklists. Without it, the site is published without a logo.
    .fix = Correct the path, or remove the line.
    .example =
        Before: logo: logo.ai
        After: logo: images/logo.svg

settings-trusted-html = the HTML of pages is published unchecked
    .help = prefer `html: safe`, unless you review all HTML yourself
    .means = With `html: trusted`, Jalon no longer guarantees that pages are accessible, safe and free of trackers.
    .fix = Go back to `html: safe` and replace the HTML of pages by Markdown.
    .example =
        Before: html: trusted
        After: html: safe

## Links

link-missing-page = the page `{ $target }` does not exist
    .label = no file of this name
    .help = check the name of the file, or create the page
    .help-nearest = did you mean `{ $nearest }`?
    .means = This link leads to a page that is not in the guide. Whoever follows it would land on an error page.
    .fix = Write the path of the file, starting from the page that holds the link, with its `.md`.
    .example =
        Before: See [your arrival](arival.md).
        After: See [your arrival](arrival.md).

link-missing-anchor = the page `{ $page }` has no passage named `#{ $anchor }`
    .label = no heading of this name
    .help = copy the name of the heading, in lower case, without accents, joined by hyphens
    .help-nearest = did you mean `#{ $nearest }`?
    .means = What follows the sign `#` names a heading of the page. That heading has changed or never existed: readers would land at the top of the page without knowing where to look.
    .fix = Correct the name after `#`. To keep it from changing, name the heading: `## Registration {"{"}#registration{"}"}`.
    .example =
        Before: [register](training.md#registation)
        After: [register](training.md#registration)

link-missing-asset = { $hidden ->
        [yes] the file `{ $target }` is not published
       *[no] the file `{ $target }` does not exist
    }
    .label = no published file of this name
    .help = check the name of the file and its folder
    .help-hidden = a file or folder whose name begins with `.` or `_` stays out of the site: rename it
    .help-leftover = a name that ends like this is that of a backup or of something left behind, and stays out of the site; rename the file
    .help-nearest = did you mean `{ $nearest }`?
    .means = This link or image names a file that is not in the guide. Readers would see a broken image or an error page.
    .fix = Put the file into the guide's folder and write its path, starting from this page.
    .example =
        Before: ![Way to the office](map.jpg)
        After: ![Way to the office](images/map.jpg)

link-empty = this link leads nowhere
    .help = write the address between the parentheses, or `[TODO: …]` if you have none yet
    .means = There is nothing between the parentheses of the link. Readers would click without effect.
    .fix = Write the address. If it is still missing, write `[TODO: …]`: it will be counted and visible.
    .example =
        Before: the [tutorial]()
        After: the [tutorial](tutorial.md)

link-hash-only = this link leads to `#`, that is nowhere
    .help = write the real address, or `[TODO: …]` if you have none yet; to lead back to the top of the page, write `#top`
    .means = A link to `#` often comes from a document whose addresses were lost. It looks like a link and leads to nothing.
    .fix = Find the address. If it is still missing, write `[TODO: …]`: it will be counted and visible.
    .example =
        Before: the [tutorial](#)
        After: <resource:tutorial>

link-forbidden-scheme = addresses in `{ $scheme }` are not allowed
    .help = use an address in `https:`, `mailto:`, `tel:`, or an entry of the registry
    .means = Some kinds of address can run a program or exist on one computer only. They have no place in a public site.
    .fix = Replace the address by a web address, a page of the guide or an entry of the registry.
    .example =
        Before: [the form](file:///C:/form.pdf)
        After: [the form (PDF, 120 kB)](form.pdf)

link-protocol-relative = `https:` is missing at the beginning of this address
    .help = add `https:` before the two slashes
    .means = An address that begins with two slashes depends on how the page is read. It leads nowhere when the guide is read from a USB stick.
    .fix = Add `https:` before the two slashes.
    .example =
        Before: [the site](//example.org/help)
        After: [the site](https://example.org/help)

link-bad-address = this address is not a valid address
    .help = copy the address from the browser's address bar
    .help-blank = an address has no space: put it between angle brackets, `](<{ $target }>)`, or remove the space
    .help-brackets = count the square and round brackets of this link
    .help-page = a page is no image: for a link, remove the exclamation mark before the bracket
    .means = The address is malformed: an impossible site name, a forbidden character, a part forgotten. No browser could follow it.
    .fix = Open the page in a browser, copy its whole address and paste it here.
    .example =
        Before: [the site](https://example .org)
        After: [the site](https://example.org/)

link-outside = this link leads out of the guide's folder
    .help = put the file into the guide, then correct the link
    .means = Only what is in the folder `guide` is published. A link that climbs above it would lead to nothing on the site.
    .fix = Copy the file into the guide, or write its address on the web.
    .example =
        Before: [the template](../../template.pdf)
        After: [the template (PDF, 80 kB)](template.pdf)

link-absolute = this link starts from the root of the site instead of this page
    .help = write the path of the file, starting from this page, for instance `../contacts.md`
    .means = An address that begins with a slash works only if the site is at the root of its domain. It works neither in a subfolder nor from a USB stick.
    .fix = Write the path of the source file, starting from the page that holds the link.
    .example =
        Before: [the contacts](/resources/contacts/)
        After: [the contacts](../4-resources/3-contacts.md)

link-undefined-reference = the reference “{ $text }” is not defined anywhere in the page
    .help = add a line that defines it, or write the address in parentheses right after
    .means = A link in two parts, the text and then a name in brackets, needs a line that gives the address of that name. This line is missing.
    .fix = Add the line, or use a plain link.
    .example =
        Before: See [the guide][guide].
        After: See [the guide](guide.md).

link-wrong-case = “{ $target }” is not written with the same capitals as the file
    .help = copy the name of the file exactly
    .help-nearest = write `{ $nearest }`
    .means = Your computer may not tell capitals from small letters; the site's host does. The link would work for you and be broken online.
    .fix = Copy the name of the file, capitals included.
    .example =
        Before: [the contacts](Contacts.md)
        After: [the contacts](contacts.md)

link-draft = this link leads to a page that is not published
    .help = publish the page (remove `draft: true`), or remove the link
    .means = The page is a draft, or it is too large. It will not be on the site, so the link would lead to nothing.
    .fix = Publish the page, or remove the link for the time being.
    .example =
        Before: a link to a page marked “draft: true”
        After: the line “draft: true” is removed from that page

link-expired = this link leads to a page that was withdrawn after { $date }
    .help = link to the page that replaces it, remove the link, or postpone `expires` in that page
    .means = The last day of publication of that page (`expires`) has passed. Readers would only find a notice that it was withdrawn.
    .fix = Change or remove the link. If the page still holds, correct its `expires`.
    .example =
        Before: [the call of 2025](call-2025.md)
        After: [the call of 2026](call-2026.md)

link-no-text = this link to `{ $target }` has no text
    .help = say between the square brackets what people will find there
    .means = A link without text is invisible. A screen reader announces it and cannot say where it leads.
    .fix = Write a text between the square brackets, or remove the link.
    .example =
        Before: [](1-agreement.md)
        After: [the agreement](1-agreement.md)

link-unclear-text = the text “{ $text }” does not say where the link leads
    .help = say in the link what people will find: “the registration form”
    .means = Many people go through a page from link to link, with a screen reader for instance. Without its sentence, “click here” says nothing (WCAG 2.4.4, RGAA 6.1).
    .fix = Put the link on the words that name the page or the document.
    .example =
        Before: To register, [click here](registration.md).
        After: Fill in [the registration form](registration.md).

link-same-text = the text “{ $text }” leads elsewhere here than the first time
    .help = give each link a text that tells it apart
    .means = Two links of the page have the same text and lead to two places. In the list of links that a screen reader reads out, nothing tells them apart.
    .fix = Make each of the two texts more precise.
    .example =
        Before: the [tutorial](a.md) and the [tutorial](b.md)
        After: the [tutorial on agreements](a.md) and the [tutorial on contracts](b.md)

link-bare-address = the text of this link is an address
    .help = give the link a text that says what people will find
    .means = An address is long to read and tedious to hear. A clear text says in three words where the link goes.
    .fix = Write a text in brackets and the address in parentheses.
    .example =
        Before: <https://example.org/help/registration?id=12>
        After: [Help with registration](https://example.org/help/registration?id=12)

link-not-a-link = this address is not a link: readers would have to copy it
    .help = give it a text, `[text]({ $text })`, or put angle brackets around it
    .means = An address typed in a sentence is shown as it is, and nobody can click on it. On a phone and on paper it is hard to copy.
    .fix = Write a text in brackets and the address in parentheses; if the address itself matters, put it between `<` and `>`.
    .example =
        Before: Register at https://example.org/registration before Friday.
        After: [Register online](https://example.org/registration) before Friday.

link-file-without-format = the link “{ $text }” leads to a file without saying its format and size
    .help = add them to the text of the link, for instance “(PDF, 120 kB)”
    .means = Before they click, readers should know that they will download a file, of which kind and size.
    .fix = Add the format and the size at the end of the link's text.
    .example =
        Before: [Model contract](contract.pdf)
        After: [Model contract (PDF, 120 kB)](contract.pdf)

## Addresses of pages

link-orphan-page = nothing leads to this page: the journey of its section leaves it out, and no text links to it
    .help = add `{ $step }` to the `steps` of `{ $section }`, or link to it in another page
    .means = A section that has a journey (`steps`) shows its steps in place of the list of its pages. A page that is not a step and that no text links to is found only by chance, in the menu or through the search.
    .fix = Add the page to the steps, in the right place, or link to it where it is useful. If it is not ready, `draft: true` in its front matter keeps it off the site.
    .example =
        Before: steps: [1-agreement.md, 2-contract.md]
        After: steps: [1-agreement.md, 2-contract.md, 3-amendment.md]

address-duplicate = two pages would have the same address `{ $address }`: this one and `{ $other }`
    .help = change the name of one of the two files, or give it a `slug`
    .help-composed = both names read the same, but their accents are stored in two ways, as between a Mac and a PC: keep one of the two files, or rename one
    .help-folder = rename one of the two folders, or put their pages into one
    .means = An address can show one page only. One of the two would disappear from the site.
    .fix = Rename one of the files, or add a field `slug` to its front matter.
    .example =
        Before: “1-agreement.md” and “2-agreement.md”
        After: “1-agreement.md” and “2-amendment.md”

address-clash = the address `{ $address }` differs from that of `{ $other }` by capitals or accents only
    .help = change the name of one of the two files
    .means = Depending on the computer or host, these two names are the same file. One of the two pages would disappear.
    .fix = Give the two files names that really differ.
    .example =
        Before: “contract.md” and “Contract.md”
        After: “contract.md” and “model-contract.md”

address-alias-over-page = the former address `{ $address }` belongs to a page that exists
    .help = remove this line from `aliases`, or change the address of the other page
    .means = A former address leads readers to the new one. Here it would hide a page that is alive.
    .fix = Remove the former address, or rename the page that has it.
    .example =
        Before: aliases: [/agreement/] while a page is at /agreement/
        After: the line is removed

address-duplicate-alias = the former address `{ $address }` is already taken by `{ $other }`
    .help = keep it in one of the two pages only
    .means = A former address can lead to one page only. Nobody can guess which.
    .fix = Remove it from one of the two pages.
    .example =
        Before: aliases: [/help/] in two pages
        After: aliases: [/help/] in one page

address-too-long = this name has { $size } bytes, too many for an address ({ $limit } at most)
    .help = give the page a shorter name with `slug`
    .help-file = give the file a shorter name, here and in links
    .means = An address that is too long is refused by some computers and cut in messages.
    .fix = Add a field `slug` of a few words to the front matter of the page, or rename the file.
    .example =
        Before: a file name that repeats a whole sentence
        After: slug: end-of-contract

address-windows-name = Windows refuses the name “{ $name }”
    .help = change this name
    .means = Windows forbids some names (`con`, `aux`, `nul`…) and some signs (`:`, `?`, a dot at the end…). The guide could not be copied there.
    .fix = Rename the file or folder.
    .example =
        Before: aux.md
        After: auxiliaries.md

file-too-many-pages = the guide has more than { COUNT($limit) } pages; the others are left out
    .help = split the guide, or raise the limit in the settings
    .means = A limit protects the computer when a wrong folder is taken for a guide.
    .fix = Check that the folder is the right one. If the guide is really that large, split it, or change `limits` in `guide/jalon.yaml`.
    .example =
        Before: a folder of archives copied into “guide”
        After: the archives elsewhere, and a link to them

address-duplicate-anchor = two passages of this page have the same name
    .help = change one of the two names
    .means = A link to this name would not know which of the two passages to show.
    .fix = Change the name written in braces after one of the two headings.
    .example =
        Before: “## Contract {"{"}#a{"}"}” and “## Agreement {"{"}#a{"}"}”
        After: “## Contract {"{"}#contract{"}"}” and “## Agreement {"{"}#agreement{"}"}”

address-vanished-page = the address `{ $address }` was published and no longer exists
    .help = three ways out: put the page back; or add `aliases: [{ $address }]` to the front matter of the page that replaces it; or write here `{ $address } gone: ` and the reason
    .help-nearest = this page, now at `{ $nearest }`, was there: add `aliases: [{ $address }]` to its front matter (`jalon check --fix` does it)
    .help-likely = has it become { $others }? Add `aliases: [{ $address }]` there; else put the page back, or write here `{ $address } gone: ` and the reason
    .help-case = only capitals have changed (`{ $other }`): give the page its former name, or write here `{ $address } gone: ` and the reason
    .help-draft = its page is now a draft ({ $other }): remove `draft: true`, or write here `{ $address } gone: ` and the reason
    .means = This address is in “guide/urls.lock”: people have kept it, printed it or sent it. With nothing there, they would meet an error page.
    .fix = Put the page back in its place; or add the address to the `aliases` of the page that replaces it, and readers are led there; or, if the content is gone, replace what follows the address in “guide/urls.lock” by `gone:` and the reason: a small page will give it.
    .example =
        Before: the page “agreement.md” is renamed “contract.md”
        After: aliases: [/agreement/] in the front matter of “contract.md”

address-vanished-anchor = the page `{ $page }` no longer has an anchor `{ $address }`
    .help = three ways out: put the heading back; or write `<!-- anchor: … -->` with the former name, without the # sign, above the heading that replaces it; or write here `{ $address } gone: ` and the reason
    .help-nearest = this heading was reworded to “{ $nearest }”: write `<!-- anchor: { $name } -->` above it (`jalon check --fix` does it)
    .help-likely = has it become { $others }? Write `<!-- anchor: … -->` with the former name, without the # sign, above it; else put the heading back, or write here `{ $address } gone: ` and the reason
    .means = Links lead to this place of the page; its name came from the heading, which has changed. Readers would arrive at the top of the page.
    .fix = Write the former name in a comment, alone on a line, above the heading: the place keeps its former address, and nobody sees anything. If the passage is gone, replace what follows its name in “guide/urls.lock” by `gone:` and the reason.
    .example =
        Before: ## Register online
        After: <!-- anchor: registration --> above “## Register online”

address-vanished-file = the file `{ $address }` was published and no longer exists
    .help = put the file back, or write here `{ $address } gone: ` and the reason
    .help-likely = the same file is now at { $others }: put it back in its place, or write here `{ $address } gone: ` and the reason
    .means = People have kept the address of this file. A file cannot lead to another one: if it moves, nothing answers at the former address.
    .fix = Put the file back under its name and in its folder. If nobody is to open it any more, replace what follows the address in “guide/urls.lock” by `gone:` and the reason.
    .example =
        Before: “map.pdf” is moved into the folder “documents”
        After: “map.pdf” is put back where it was

address-bad-lock = { $what ->
    [conflict] two versions of this file were not merged
    [twice] this address is written twice
    [page] this anchor follows no page
    [reason] the reason after `gone:` is missing
   *[line] this line is not an address
}
    .help = { $what ->
        [conflict] keep the lines of both versions, remove the marks `<<<<<<<`, `=======` and `>>>>>>>`, then run `jalon urls --accept`
        [twice] keep only one of the two lines
        [page] put the line of its page back above it
        [reason] write why the page is gone
       *[line] put the line back as it was
    }
    .means = “guide/urls.lock” lists the published addresses, one a line. A line that is not understood is not watched: its address could vanish without anybody noticing.
    .fix = Take the last good version of the file. `jalon urls --accept` rewrites it; by hand, change only what follows an address, to `gone:` and a reason.
    .example =
        Before: /agreement/
        After: /agreement/ gone: replaced by the model contract

## Registry

registry-unknown-id = { kind-none } of the registry is called `{ $id }`
    .label = unknown id
    .help = check the id, or add the entry to the registry
    .help-nearest = did you mean `{ $nearest }`?
    .means = A reference such as `<contact:support>` shows the registry entry of that name. There is none, so nothing could be shown.
    .fix = Correct the id. For a new entry: `jalon new contact ID` or `jalon new tool ID`.
    .example =
        Before: <contact:suport>
        After: <contact:support>

registry-duplicate-id = the id `{ $key }` is already taken, on line { $first_line }
    .help = change one of the two ids, or merge the two entries
    .means = An id names one entry only. Two entries of one name would contradict each other sooner or later.
    .fix = Merge the two entries, or rename one of them and the references to it.
    .example =
        Before: two entries “support:”
        After: “support:” and “payroll-support:”

registry-bad-id = this id is not valid
    .help = use lower-case letters without accents, digits and single hyphens
    .help-nearest = write for instance `{ $nearest }`
    .means = The id is written in pages and in addresses. People must be able to type it anywhere without a mistake.
    .fix = Write it in lower case, without accents or spaces.
    .example =
        Before: Payroll Support:
        After: payroll-support:

registry-unknown-file = the registry does not know this file
    .help = its files are `contacts.yaml`, `tools.yaml`, `resources.yaml`, `roles.yaml`, `organisations.yaml` and `terms.yaml`
    .help-nearest = did you mean `{ $nearest }`?
    .means = Each kind of entry has its file, always of the same name. The content of this one was not read.
    .fix = Rename the file, or take it out of the folder `registry`.
    .example =
        Before: guide/registry/contact.yaml
        After: guide/registry/contacts.yaml

registry-unknown-key = this entry has no field `{ $key }`
    .help = remove this field; a comment for yourself goes into `note`
    .help-nearest = did you mean `{ $nearest }`?
    .means = Each kind of entry accepts known fields only. A misspelt field would be ignored silently, and a telephone number would be missing.
    .fix = Correct the name of the field or remove the line.
    .example =
        Before: mail: help@example.org
        After: email: help@example.org

registry-wrong-type = the field `{ $key }` expects { expected-type }, and holds { found-type }
    .help = write { expected-type } here
    .help-nearest = did you mean `{ $nearest }`?
    .help-choices = choose among: { $choices }
    .help-range = write a number from { $min } to { $max }
    .help-quote = put this value between straight quotes: `{ $quoted }`
    .help-date = write `{ $date }`
    .means = Each field of an entry expects one kind of value: a text, a date, a list… Another kind of value cannot be understood.
    .fix = Write the value in the form that is expected. A telephone number always goes between straight quotes.
    .example =
        Before: phone: 02079460123
        After: phone: "+44 20 7946 0123"

registry-missing-field = the field `{ $field }` is missing from this entry
    .help = add a line `{ $field }: …`
    .means = Without this field, the entry cannot be shown to readers.
    .fix = Add the field. If you do not have the information yet, write `"[TODO: …]"`.
    .example =
        Before: support: with “email: help@example.org” only
        After: support: with “name: The help desk” and “email: help@example.org”

registry-bad-email = this e-mail address is not valid
    .help = check the address: a name, an at sign, a domain, no space
    .means = A message sent to this address would never arrive.
    .fix = Copy the address from a message you received. If you do not have it, write `"[TODO: …]"`.
    .example =
        Before: email: help@example
        After: email: help@example.org

registry-bad-phone = this telephone number is not possible
    .help = count the digits; a foreign number begins with `+` and the code of its country
    .means = This number does not exist in the numbering plan of the guide's country. Readers who call would reach nobody.
    .fix = Check the number. If you do not have it, write `"[TODO: …]"`.
    .example =
        Before: phone: "+44 20 7946 01"
        After: phone: "+44 20 7946 0123"

registry-bad-url = { $mistake ->
    [no-scheme] `https://` is missing at the beginning of this web address
    [scheme] this web address begins with neither `https://` nor `http://`
    [credentials] this web address holds a user name or a password
    [query] this web address cannot hold `?` or `#`
   *[other] this web address is not valid
}
    .help = copy the address from the browser's address bar, with `https://`
    .help-nearest = write `{ $nearest }`
    .means = A browser could not follow this address.
    .fix = Open the page, copy its whole address. If you do not have it, write `null` or `"[TODO: …]"`.
    .example =
        Before: url: example.org/help
        After: url: https://example.org/help

registry-reference-cycle = these entries refer to each other without end: { $chain }
    .help = remove one of the references
    .means = An entry names another, which leads back to the first. Readers would go round in circles without finding whom to talk to.
    .fix = Decide which of the entries is right, and remove the reference from that one.
    .example =
        Before: a: replaced_by: b and b: replaced_by: a
        After: a: replaced_by: b

task-bad-delay = this delay has not the right form
    .help = write `D-30` for thirty days before, `W+2` for two weeks after, `M-1` for one month before
    .means = A reference `<due:…>` says when a thing must be done, counted from the day. This one cannot be understood.
    .fix = Write a letter (D, W or M), a sign and a number.
    .example =
        Before: <due:30 days before>
        After: <due:D-30>

registry-unused-entry = no page uses this entry
    .help = refer to it in a page, or delete it
    .means = An entry that nobody reads grows old without anyone noticing.
    .fix = Add a reference where readers need it, or delete the entry.
    .example =
        Before: an entry “support” to which nothing refers
        After: “If you are stuck: <contact:support>.”

registry-shared-email = the address { $email } is also that of `{ $other }`
    .help = merge the two entries, or check the address
    .means = Two entries with the same address are often one entry written twice. One of the two will end up false.
    .fix = Keep one entry, and refer to it everywhere.
    .example =
        Before: “support” and “help”, both with help@example.org
        After: one entry “support”

registry-typed-by-hand = “{ $text }” is typed by hand; the registry knows it already
    .help = write `<{ $entry }>` instead
    .means = Details copied by hand stay in the page on the day they change in the registry.
    .fix = Replace them by the reference to the entry: it will always be up to date.
    .example =
        Before: Write to help@example.org.
        After: Write to <contact:support>.

registry-no-hours = this telephone has no opening hours
    .help = add a field `hours`, for instance `hours: Monday to Friday, 9 am to 5 pm`
    .means = Readers who call without knowing the hours lose their time, and that of the switchboard.
    .fix = Add the hours, or `"[TODO: hours]"` if you do not have them.
    .example =
        Before: phone: "+44 20 7946 0123"
        After: phone: "+44 20 7946 0123"
               hours: Monday to Friday, 9 am to 5 pm

registry-undecided-person = nobody has decided whether this person's details may be published
    .help = add `publish: public` or `publish: restricted` after asking the person
    .means = The name and address of a person are personal data. Publishing them needs a decision, not an oversight.
    .fix = Ask the person, then write the decision down. The address of a service is often better.
    .example =
        Before: kind: person
        After: kind: person
               publish: public

registry-rank-without-coordinates = this contact has a rank of recourse, but no way to be reached
    .help = add `email`, `phone` or `form`, or remove `rank`
    .means = The rank tells readers whom to call first. Without any details they are stopped at this step.
    .fix = Add at least one way to reach the contact, or `"[TODO: …]"`.
    .example =
        Before: rank: 1
        After: rank: 1
               email: help@example.org

registry-successor-suggested = this seems to have been replaced by { $suggested }
    .help = check with the service, then change the entry
    .means = A clue noted in the entry (`suggested`) makes one think that it has changed. Jalon proposes the new one and does not change it by itself.
    .fix = If the new one is right, put it in place of the old one and remove `suggested`; if not, remove `suggested`.
    .example =
        Before: email: old@example.org and suggested: new@example.org
        After: email: new@example.org

## Dates

date-impossible = this date does not exist
    .help = check the day and the month; a date is written `2026-11-23`
    .means = The calendar has no such day. Readers would not know whether they are early or late.
    .fix = Find the true date. Do not guess it: if you do not know it, write `[TODO: date]`.
    .example =
        Before: <!-- until: 2026-06-31 -->
        After: <!-- until: 2026-06-30 -->

date-month-first = in “{ $text }” the month stands before the day
    .help = write { $date }, if that is the day you mean
    .means = The language of this guide writes the day first, and no month has that number. Readers have to guess that the date is written the American way.
    .fix = Write the day first, or better the month as a word. In a quotation in English the date stays as it is.
    .example =
        Before: le 06/15/2026
        After: le 15 juin 2026

date-wrong-weekday = “{ $said }” does not match { $day }: that day is “{ $right }”
    .help = write “{ $right }”, or { $near } if the weekday is right
    .means = The weekday and the date do not match. Readers cannot know which one to believe, and may come on the wrong day.
    .fix = Check the date where it comes from, then correct the one that is wrong: the weekday, the day, the month or the year.
    .example =
        Before: Monday, November 24, 2026
        After: Tuesday, November 24, 2026

date-end-before-start = this period ends before it begins: “{ $text }”
    .help = swap the two dates, or write month and year of both
    .means = The last day comes before the first one. One of them is wrong, or a month is missing.
    .fix = Find both dates. If the period goes from one month to the next, write both months.
    .example =
        Before: from 28 to 3 March 2026
        After: from 28 February to 3 March 2026

date-review-in-future = { $date } has not come yet: nobody can have checked on that day
    .help = write the day on which somebody checked, or `null` if nobody did
    .means = `last_reviewed_on` and `verified_on` tell when a person checked. A future date promises readers a check that has not been made.
    .fix = Write the day of the real check. When the next one is due is set by `review_in`.
    .example =
        Before: last_reviewed_on: 2027-11-23
        After: last_reviewed_on: 2026-11-23

date-until-passed = this passage was true only until { $date }
    .help = bring it up to date or delete it
    .means = The date written before this passage has passed. The site shows it marked as out of date.
    .fix = Write the new information and its new date, or remove the passage.
    .example =
        Before: <!-- until: 2026-01-19 --> Registration is open.
        After: <!-- until: 2027-01-18 --> Registration is open.

date-past-as-future = { $date } has passed, and the text speaks of it as future (“{ $words }”)
    .help = put the sentence into the past, give the new date, or remove the sentence
    .means = Readers believe that the event or the deadline is still ahead. They prepare for nothing, or give up because the rest looks out of date too.
    .fix = Write the new date, or put the event in the past tense. For the next time, write `<!-- until: DATE -->` before the passage.
    .example =
        Before: The next session will take place on 12 January 2026.
        After: The next session will take place on 11 January 2027.

date-review-overdue = review overdue since { $due }: last checked on { $date }
    .help = read it through, then write today’s date instead of this one
    .means = The time that the guide gives itself (`review_in`, or `review.every` in the settings) is over. The site shows “to check” there.
    .fix = Check every fact, then write the day of that check. Do not change the date without checking.
    .example =
        Before: last_reviewed_on: 2026-01-19
        After: last_reviewed_on: 2026-11-23

date-expired = this page has not been published since { $date }
    .help = remove the file, or change `expires` if the page still holds
    .means = The last day of publication has passed. The page has left the site; at its address, a short page says that it was withdrawn and why (`expired_reason`).
    .fix = Bring the page up to date and postpone `expires`, or delete the file once nobody asks for its address any more.
    .example =
        Before: expires: 2026-01-31
        After: expires: 2027-01-31

date-relative = “{ $words }” does not say which day is meant
    .help = write a date in the sentence, or `last_reviewed_on` in the front matter of the page
    .means = These words mean something only on the day they are written. In a year, readers cannot know whether they still hold. With `last_reviewed_on`, the foot of the page says how old they are.
    .fix = Say since when or until when. Or leave the words out: the present tense is often enough.
    .example =
        Before: The form is currently closed.
        After: The form has been closed since 12 January 2026.

date-two-digit-year = the year of “{ $text }” has only two digits
    .help = write “{ $whole }”
    .means = Two digits are taken for a day or a month, above all by people who write dates in another order.
    .fix = Write the year with four digits, and better still the month in letters.
    .example =
        Before: by 31/03/26
        After: by 31 March 2026

## Information to be supplied

placeholder-open = { $text ->
    [none] a piece of information is still to be supplied
   *[other] a piece of information is still to be supplied: “{ $text }”
}
    .help = write the information as soon as you have it: instead of the brackets, or in the field `url` of a resource
    .means = This information is still missing. Readers see that it is; that is better than a dead link, but it must be completed.
    .fix = Find the information and write it instead of the brackets.
    .example =
        Before: Telephone: [TODO: telephone of the help desk]
        After: Telephone: +44 20 7946 0123

## Headings

heading-second-title = this page has a main title already
    .help = add a `#` before this one to make it the heading of a section
    .help-underlined = remove the line `===` below, or leave an empty line above it; for a heading of a section, write `##` before the text
    .means = A page has one main title: the one of the front matter, or the first line `#`. With two, a screen reader no longer knows what the page is about.
    .fix = Make this heading a section (`##`), or cut the page in two.
    .example =
        Before: # The contract
        After: ## The contract

heading-empty = this heading is empty
    .help = write the heading, or delete the line
    .means = A heading without text leaves a gap in the table of contents, and a screen reader announces it without saying anything.
    .fix = Write the heading or remove the line.
    .example =
        Before: ##
        After: ## The contract

heading-skipped-level = this heading goes from level { $from } to level { $to }
    .help = remove some `#` so as to go down one level at a time
    .means = The levels of headings are the plan of the page. A skipped level makes people believe that a part is missing.
    .fix = Go down one level at a time. Size on the screen is for the theme, not for the level.
    .example =
        Before: ## The contract, then #### How long
        After: ## The contract, then ### How long

heading-bold-paragraph = this bold line looks like a heading
    .help = if it is a heading, write it with `#`
    .means = Bold text is not a heading: it is neither in the table of contents nor in the plan that a screen reader follows.
    .fix = Replace the bold by a heading of the right level, or write a sentence.
    .example =
        Before: **Papers to bring**
        After: ### Papers to bring

heading-very-long = this heading is very long
    .help = keep the essential, and put the rest into the text
    .means = A long heading fills the menu and the table of contents, and reads badly on a telephone.
    .fix = Keep a few words. A field `nav_title` also gives a short title for the menu.
    .example =
        Before: ## What you absolutely must check before you send the signed agreement
        After: ## Before you send the agreement

heading-no-blank = this heading is none: there is no ordinary blank after `#`
    .help = write `## `, then the heading
    .help-instead = write `{ $instead }`
    .means = Between the `#` and the heading there must be an ordinary blank. Otherwise readers would see the `#`, and the heading would be missing from contents and links.
    .fix = Put a blank after the last `#`. A word processor sometimes writes a no-break space there, which looks like a blank.
    .example =
        Before: ##Before the first day
        After: ## Before the first day

## Syntax of other site generators

dialect-withheld = { $sense ->
    [search] elsewhere, `{ $written }` keeps this page from search engines; Jalon does not read this field
    [hidden] elsewhere, `{ $written }` hides this page from readers; Jalon does not read this field and would show it
    [password] elsewhere, a password protects this page; Jalon does not read this field and would show it to everybody
    [later] elsewhere, `{ $written }` keeps this page back until that day; Jalon does not read this field and would publish it
    [ended] elsewhere, `{ $written }` has taken this page off; Jalon does not read this field and would publish it
    [draft] elsewhere, `{ $written }` keeps this page back; Jalon does not read this field and would publish it
   *[other] elsewhere, `{ $written }` may keep this page back; Jalon does not read this field and would publish it
}
    .help = write `draft: true` if the page must not be published; else remove this line
    .help-ours = in Jalon, `{ $written }` is written `{ $ours }`
    .help-hidden = write `draft: true` to leave it out, or `search: false` so that searches ignore it (the menu shows it); then remove this line
    .help-password = a static site has no passwords: write `draft: true`, or remove this line if everybody may read it
    .help-later = write `draft: true` until that day; to publish it now, remove this line
    .means = Another site generator would not show this page. Jalon has other words for that; without them the page would be public.
    .fix = Write `draft: true` if the page must not be published. If it must, remove the line.
    .example =
        Before: published: false
        After: draft: true
heading-underlined-sentence = the line `{ $text }` makes this text a heading
    .label = looks like a sentence
    .help = leave an empty line above `{ $text }`; for a heading, write `##` before the text
    .means = A line of dashes or equals signs right below a text makes a heading of it, also in the contents of the page.
    .fix = Leave an empty line above the line of dashes. A real heading is written with `##` and without a full stop.
    .example =
        Before: Call the town hall before the 3rd.
                ---
        After:  Call the town hall before the 3rd.

                ---

dialect-conflict-markers = two versions of this passage were not put together
    .help = keep one, then delete the lines `<<<<<<<`, `=======` and `>>>>>>>`
    .means = Two people changed the same passage, and the program that puts versions together left both, between lines of signs. Readers would see the signs and both texts.
    .fix = Read both versions, keep the right one or write a third, then delete the lines of signs.
    .example =
        Before: <<<<<<< HEAD / Open at 9. / ======= / Open at 10. / >>>>>>> other
        After: Open at 10.

dialect-callout = “{ $mark }” comes from another program: readers would see these signs, and no callout
    .help = write a quotation that begins with `> [!NOTE]`, `> [!TIP]`, `> [!IMPORTANT]`, `> [!WARNING]` or `> [!CAUTION]`
    .help-instead = in Jalon: `{ $instead }`, and `> ` before each line of the text
    .help-folded = in Jalon: `<details><summary>Title</summary>`, an empty line, the text, then `</details>`
    .means = Other programs make callouts with signs that Jalon does not read. The signs would be shown as they are, and the text would stand without a box.
    .fix = Write the callout as a quotation whose first line says its kind: NOTE, TIP, IMPORTANT, WARNING or CAUTION.
    .example =
        Before: ::: tip / Bring your badge. / :::
        After: > [!TIP] / > Bring your badge.

dialect-tabs = “{ $mark }” makes tabs in another program: readers would see these signs
    .help = give each case a heading, or write each in `<details name="case">`
    .means = Jalon does not read these signs, which would be shown as they are. Blocks `<details>` that follow each other and have one name make tabs, all of them open on paper.
    .fix = Write a block `<details name="…">` with its `<summary>` for each case, or a heading with its text below.
    .example =
        Before: === "Windows" / === "Mac"
        After: ### Windows / ### Mac

dialect-include = “{ $mark }” would show another file; here readers would see these signs
    .help = copy the text of that file, or link to its page
    .means = Other programs copy a file to the place of this sign. Jalon does not: readers would see the sign, and nothing of the file.
    .fix = Put the text of the file here, or a link to the page that holds it. What comes up often belongs into the registry.
    .example =
        Before: --8<-- "hours.md"
        After: See [the hours](hours.md).

dialect-shortcode = “{ $mark }” is a command of another program: readers would see it as it is
    .help = write in Markdown what it was to show
    .help-instead = in Jalon: `{ $instead }`
    .means = GitBook, Hugo, Jekyll and others replace these commands by a video, a callout, a button. Jalon publishes them as text.
    .fix = Take the command out and write a link, a picture or a sentence in its place.
    .example =
        Before: {"{"}% embed url="https://example.org/" %{"}"}
        After: <https://example.org/>

dialect-template = “{ $mark }” would be replaced by another program; here readers would see it as it is
    .help = write the text itself; to talk about these signs, put backticks around them
    .means = Between two braces other programs put the value of a field. Jalon has no fields in the text: what changes often is in the registry.
    .fix = Write the value, or a reference to the registry such as `<contact:reception>`.
    .example =
        Before: Write to {"{"}{"{"} site.email {"}"}{"}"}.
        After: Write to <contact:reception>.

dialect-directive = “{ $mark }” is a command of another program: readers would see it as it is
    .help = write in Markdown what it was to show
    .means = Sphinx, MyST, pandoc and others give a passage or words a form in this way. Jalon publishes these signs as text.
    .fix = Take the signs out; keep the text, with a heading, a link or bold where needed.
    .example =
        Before: :ref:`hours`
        After: [the hours](hours.md)

dialect-script = this line is code of another program: readers would see it as it is
    .help = take it out: `{ $mark }`
    .means = MDX pages of Docusaurus and others begin with lines of a program. Jalon does not run them and would publish them as text.
    .fix = Take the line out, and write in Markdown what it made possible.
    .example =
        Before: import Tabs from '@theme/Tabs'
        After: nothing

dialect-attributes = “{ $mark }” sets a form in another program: readers would see these signs
    .help = take it out; only headings can have a name, such as `## Heading {"{"}#name{"}"}`
    .means = Other programs give a passage a class, a size or a name in this way. In Jalon the form is up to the theme.
    .fix = Take out the braces and what is in them.
    .example =
        Before: [Download](plan.pdf){"{"}.button{"}"}
        After: [Download](plan.pdf)

dialect-wiki-link = “{ $mark }” is a link in another program; here readers would see the brackets
    .help = write the text in brackets, then the file in parentheses
    .help-instead = in Jalon: `{ $instead }`, with the name of the file in the parentheses
    .means = Obsidian and wikis make a link of two brackets. For Jalon they are text: nobody could click on it.
    .fix = Write the text of the link in brackets and the file of the page, or of the picture, in parentheses.
    .example =
        Before: See [[hours|the hours]].
        After: See [the hours](hours.md).

dialect-emoji-name = “{ $mark }” is the name of a sign: readers would see the name, and not the sign
    .help = write the sign itself
    .help-instead = write the sign itself: { $instead }
    .means = Many programs replace a name between colons by an emoji. Jalon does not.
    .fix = Copy the sign into the text, or do without it.
    .example =
        Before: :warning: Closed in August
        After: ⚠️ Closed in August

dialect-math = “{ $mark }” is a formula for another program; here readers would see these signs
    .help = write the formula in words or with the signs × ÷ ² ³; if it is code, put it in backticks
    .means = Jalon does not typeset formulas. Dollars and commands would be shown as they are.
    .fix = Write the formula with ordinary signs, or show it in a picture with a text for those who cannot see it.
    .example =
        Before: $x^2 + 1$
        After: x² + 1

dialect-diagram = “{ $mark }” would be a drawing in another program; here readers would see its code
    .help = put a picture of the drawing in its place, with a text for those who cannot see it
    .means = Jalon does not draw from code: this block is shown as code, which few readers understand.
    .fix = Export the drawing as SVG or PNG, and show the picture with a text that says the same.
    .example =
        Before: ```mermaid
        After: ![The three steps: ask, sign, send](steps.svg)

dialect-toc = “{ $mark }” would be a table of contents in another program; here readers would see these signs
    .help = take it out: every page has its contents already
    .means = Jalon makes the contents of each page of its headings by itself.
    .fix = Take the line out.
    .example =
        Before: [TOC]
        After: nothing

dialect-abbreviation = “{ $mark }” explains an acronym in another program; here readers would see this line
    .help = put the acronym and its meaning into `registry/terms.yaml`, and take the line out
    .means = In Jalon acronyms are explained once for the whole guide, in the registry; pages refer to it by themselves.
    .fix = Add the term to `guide/registry/terms.yaml` and take the line out of the page.
    .example =
        Before: *[HTML]: Hyper Text Markup Language
        After, in registry/terms.yaml: html: (name: HTML, expansion: Hyper Text Markup Language)

dialect-inline-mark = “{ $mark }” gives words a form in another program; here readers would see these signs
    .help = take the signs out, or make the words bold with `**`
    .help-instead = in Jalon: `{ $instead }`
    .means = Highlighting, underlining, raising or tracking changes is written elsewhere with signs that Jalon does not read.
    .fix = Write `<mark>`, `<sup>` or `<sub>` around the words, or take the signs out.
    .example =
        Before: The form is ==mandatory==.
        After: The form is <mark>mandatory</mark>.

dialect-code-option = “{ $mark }” is an option of another program: it has no effect here
    .help = take it out
    .help-instead = in Jalon: `{ $instead }`
    .means = Other programs mark lines of code or name a file by options of their own. Jalon does not read them.
    .fix = Write the lines in braces, and the name of the file in `title="…"`.
    .example =
        Before: python hl_lines="2 3"
        After: python {"{"}2,3{"}"}

dialect-comment = “{ $mark }” is hidden in another program; here people would read it
    .help = put `<!--` and `-->` around it, or take it out
    .help-instead = in Jalon: `{ $instead }`
    .means = These signs hide a comment in another program. Jalon does not read them: what was not for readers would be published.
    .fix = Put the comment between `<!--` and `-->`, or take it out.
    .example =
        Before: %% to be checked with the office %%
        After: <!-- to be checked with the office -->

## Lists

list-not-a-list = these lines are no list: they would be shown one after the other, in one paragraph
    .help = begin each line with a hyphen and a blank
    .help-instead = write `{ $instead }`
    .means = A list is written with `- ` or `1. ` at the beginning of each line. The bullets of a word processor, or a hyphen without a blank, do not make one.
    .fix = Replace the sign at the beginning of each line by a hyphen and a blank, or put a blank after the number.
    .example =
        Before: • Read / • Sign
        After: - Read / - Sign

## Tasks

task-bad-box = this box is none: readers would see these signs, and the task would be missing from lists
    .help = write a hyphen, a blank, `[ ]`, a blank, then the text
    .help-instead = write `{ $instead }`
    .means = A box is written `- [ ] `: a hyphen, a blank, two brackets with a blank between them, a blank. Otherwise the line stays text, and the task is neither on the page of its role nor in PDFs.
    .fix = Put the blanks where they belong. A word processor sometimes writes other dashes, other boxes or no-break spaces.
    .example =
        Before: -[ ] Sign the agreement
        After: - [ ] Sign the agreement

task-unknown-role = the role `{ $id }` does not exist: its tasks would belong to nobody
    .help = add `{ $id }` to `guide/registry/roles.yaml`, or use a role that exists
    .help-nearest = did you mean `{ $nearest }`?
    .means = Tasks are given to a role that has no entry. They would appear on no role’s page, and nobody would know about them.
    .fix = Correct the id, or add the role to `guide/registry/roles.yaml`.
    .example =
        Before: <role:rh>
        After: <role:hr>

task-empty = this task is empty
    .help = write what has to be done, or remove the line
    .means = A box without text does not say what is ticked, and a screen reader has nothing to announce.
    .fix = Write the task or remove the line.
    .example =
        Before: - [ ]
        After: - [ ] The agreement is signed.

task-no-role = this list does not say whose { $count ->
        [one] { $count } task
       *[other] { $count } tasks
    } of { $total } are
    .help = name the role below the list’s heading, for instance `<role:hr>`, or in the front matter with `roles:`
    .means = A task without a role appears on no role’s page and not in the table of who does what. Everybody may think that somebody else does it.
    .fix = Write `<role:…>` alone on a line below the heading, in the task, or `roles:` in the front matter. For criteria that belong to nobody, write `checklist: {"{"}mode: do-confirm{"}"}` in the front matter.
    .example =
        Before: ## The application
        After: ## The application, then <role:hr> alone on the next line

task-too-many = this list has { $count } tasks; beyond { $limit } people lose their place
    .help = cut the list in two with a heading from here on
    .means = A short list is read at a glance and fits on a sheet. In a long one a line is easily skipped.
    .fix = Group the tasks that belong together, each group under its heading.
    .example =
        Before: ## Preparing the arrival, with 12 tasks
        After: ## Before the arrival, with 7 tasks, and ## The first day, with 5 tasks

task-too-long = this task has { $count } words; aim for { $limit } at most
    .help = keep the action, and put the explanation below it, indented
    .means = A task is read in a hurry. A long one hides what has to be done.
    .fix = One task, one action, one verb. Text below the task, indented, is its help.
    .example =
        Before: - [ ] Check that the agreement is signed, considering that an electronic signature…
        After: - [ ] Check that the agreement is signed.

task-no-branch = this question does not say what to do if the answer is no
    .help = add an indented box below that begins with “If no”, or turn the question into a statement
    .means = A box is ticked when something is done. When the answer to a question is no, the reader is left with nothing to do.
    .fix = Write “If yes, …” and “If no, …” below, or state it: “The agreement is signed”.
    .example =
        Before: - [ ] Is the agreement signed?
        After: - [ ] The agreement is signed.

## Images

image-no-alt = this image has no alternative text
    .help = describe between the brackets what the image brings
    .means = People who do not see the image hear this text in its place. Without it, the information is lost for them.
    .fix = Write in one sentence what the image tells readers.
    .example =
        Before: ![](map.png)
        After: ![Map: the entrance is in the courtyard](map.png)

image-alt-is-file-name = the alternative text of this image is only the name of its file
    .help = describe what the image brings to readers
    .means = People who do not see the image hear this text. “IMG_2041.png” tells them nothing.
    .fix = Write in one sentence what the image tells readers.
    .example =
        Before: ![IMG_2041.png](IMG_2041.png)
        After: ![The button “Confirm”, at the bottom of the screen](IMG_2041.png)

image-heavy = the image `{ $target }` weighs { COUNT($size) } kB
    .help = make it smaller, or save it as JPEG or WebP
    .means = On a telephone or a slow line, a heavy image makes people wait and costs money.
    .fix = Bring the image down to the width that is needed (1,600 pixels are enough), then save it again.
    .example =
        Before: photo.png, 8 MB
        After: photo.jpg, 200 kB

image-remote = this image is on another site
    .help = copy the image into the guide and write its path
    .means = The site that holds the image would know who reads the guide, and the image would disappear with it. A guide asks nothing of other sites.
    .fix = Save the image into the guide's folder, if you are allowed to, and write its path, starting from this page.
    .example =
        Before: ![Way to the office](https://example.org/map.png)
        After: ![Way to the office](map.png)

image-unreadable = the file `{ $target }` is not a readable image
    .label = unreadable image
    .help = open it in a program for images and save it again
    .means = The end of the file's name promises an image, but the content is not one: the file is empty, cut off, or of another format. Readers would see an empty frame.
    .fix = Open the image in a program for images, then save it as PNG, JPEG or WebP under the same name.
    .example =
        Before: map.png, 0 bytes
        After: map.png, 40 kB

## Tables

table-no-header = this table has no column headers
    .label = empty row
    .help = write into the first row what each column holds
    .means = The first row of a table says what each column holds. Somebody who listens to the page hears these words before each cell; without them the cells no longer say what they are about.
    .fix = Fill in the first row, or make a list of this table if its columns have no names.
    .example =
        Before: | | |
        After: | Step | Delay |

table-empty-header = the header of this column is empty
    .label = empty cell
    .help = write in a word what the column holds
    .means = Somebody who listens to the page hears the header of the column before each cell; here they hear nothing.
    .fix = Write the header, even if it looks obvious.
    .example =
        Before: | | Delay |
        After: | Step | Delay |

table-too-many-cells = this row has { $size } cells, the header { $limit }
    .label = first cell too many
    .help = add a column to the header and to the line of dashes, or join two cells; a bar that belongs to the text is written `\|`
    .help-code = in a table a bar separates cells, even between backticks: write `\|`
    .means = A table has as many columns as its first row. Cells beyond them are not shown, and nobody sees what they say.
    .fix = Name the missing column in the header and in the line of dashes, or remove the bar too many.
    .example =
        Before: | Reception | ext. 12 | closed on Wednesdays |
        After:  | Reception | ext. 12, closed on Wednesdays |

table-wrong-dashes = this line of dashes has { $size ->
        [one] 1 column
       *[other] { $size } columns
    }, the header { $limit }
    .label = so this is no table
    .help = write `{ $text }`
    .means = Below the header of a table, the line of dashes has one column for each name. If not, the whole table is shown as text, with its bars.
    .fix = Give the line of dashes as many columns as the header.
    .example =
        Before: | Service | Telephone |
                |--|
        After:  | Service | Telephone |
                |---|---|

table-no-dashes = the line of dashes of a table is missing
    .label = this text is no table
    .help = if this line is the header, write below it: `{ $text }`
    .help-header = write the header above the line of dashes
    .means = A table begins with its header, then a line of dashes with one column for each name. Without one of the two, everything is shown as text, with its bars.
    .fix = Write the first two lines of the table: the names of the columns, then the dashes.
    .example =
        Before: | Reception | ext. 12 |
                | Payroll | ext. 14 |
        After:  | Service | Telephone |
                |---|---|
                | Reception | ext. 12 |
                | Payroll | ext. 14 |

## Footnotes

footnote-duplicate = the footnote “{ $name }” is written twice
    .label = second time
    .help = give this footnote another name, or join the two
    .means = A mark can lead to one footnote only.
    .fix = Give each footnote a name of its own, in the mark and before its text.
    .example =
        Before: [^1]: Except in August.
                {"["}^1]: Except in July.
        After:  [^1]: Except in August.
                {"["}^2]: Except in July.

footnote-undefined = there is no footnote “{ $name }”
    .label = a mark without a footnote
    .help = write the footnote on a line of its own: `[^{ $name }]: …`, or correct the name
    .means = Readers see the brackets of the mark, and do not get the footnote.
    .fix = Write the text of the footnote, or give the mark the name of the one that exists.
    .example =
        Before: It takes two months[^2].
        After:  It takes two months[^2].

                {"["}^2]: Except in August.

footnote-unused = no mark leads to the footnote “{ $name }”
    .label = this text will not be shown
    .help = write `[^{ $name }]` in the text where the footnote is useful, or remove it
    .means = A footnote is shown because a mark leads to it. Without a mark, its text is lost.
    .fix = Add the mark, or remove the footnote. The title of a page cannot hold a mark.
    .example =
        Before: It takes two months.

                {"["}^1]: Except in August.
        After:  It takes two months[^1].

                {"["}^1]: Except in August.

footnote-empty = the footnote “{ $name }” has no text
    .label = nothing behind the colon
    .help = write the text of the footnote on the same line: `[^{ $name }]: …`
    .means = Readers see an empty footnote. A text below the name of the footnote, at the start of its line, is no part of it: it is shown elsewhere in the page.
    .fix = Write the text behind the colon, or remove the footnote and its mark.
    .example =
        Before: [^1]:
                Except in August.
        After:  [^1]: Except in August.

footnote-blank-before-colon = a blank stands between the name of the footnote and the colon
    .label = so this is no footnote
    .help = write `[^{ $name }]:`
    .means = Markdown takes a text for a footnote only if the colon follows the bracket without a blank. If not, the mark and the footnote are shown as they are.
    .fix = Remove the blank; `jalon check --fix` does it.
    .example =
        Before: [^1] : Except in August.
        After:  [^1]: Except in August.

## Marks of Markdown

markdown-shallow-indent = this is not indented enough for the line above
    .label = does not belong to the step above
    .help = indent by { $size ->
        [1] one blank
        [2] two blanks
        [3] three blanks
        [4] four blanks
       *[other] { $size } blanks
    } to put this under step { $number }
    .help-bullet = indent by { $size ->
        [1] one blank
        [2] two blanks
        [3] three blanks
        [4] four blanks
       *[other] { $size } blanks
    } to put this under the item above
    .means = What belongs to an item of a list begins at least below the first word of the item: three blanks after “1.”, four after “10.”, two after a dash. With less, Markdown ends the list, and branches leave their question.
    .fix = Add the blanks before each line; `jalon check --fix` does it.
    .example =
        Before: 1. [ ] Is the contract signed?
                  - [ ] If yes, send a copy.
        After:  1. [ ] Is the contract signed?
                   - [ ] If yes, send a copy.

markdown-code-lines = “{ $mark }” is no lines of this code: nothing is marked
    .help = write the numbers of lines in braces, in order: `{"{"}2,4-6{"}"}`
    .help-count = this code has { $count ->
        [one] one line
       *[other] { $count } lines
    }
    .help-instead = write `{ $instead }`
    .means = Behind the language of a block of code, numbers in braces mark lines. These cannot be read, or go beyond the last line.
    .fix = Correct the numbers, or take them out.
    .example =
        Before: rust {"{"}6-4{"}"}
        After: rust {"{"}4-6{"}"}

markdown-code-title = the file name “{ $mark }” cannot be read: it will not be shown
    .help = write it once, in straight quotation marks: `title="src/main.rs"`
    .help-instead = write `{ $instead }`
    .means = Behind the language of a block of code, `title="…"` gives the name of the file, shown above the code.
    .fix = Put the name in straight quotation marks, or take it out.
    .example =
        Before: rust title=src/main.rs
        After: rust title="src/main.rs"

markdown-stray-emphasis = these marks will be shown: `{ $mark }`
    .label = emphasises nothing
    .help = put a blank after the second `{ $mark }`: { $text }
    .help-before = put a blank before the first `{ $mark }`: { $text }
    .help-blanks = write it without a blank between `{ $mark }` and the word: { $text }
    .help-underscores = inside a word use asterisks: { $text }
    .help-not-closed = add `{ $mark }` after the last word to emphasise, or `\` before each mark that should stay
    .help-around = put a blank before the first `{ $mark }` and after the second: { $text }
    .help-apostrophe = put the first `{ $mark }` behind the apostrophe: { $text }
    .help-not-opened = add `{ $mark }` before the first word to emphasise, or `\` before each mark that should stay
    .means = A word is emphasised if the marks touch it on both sides, and a blank or punctuation follows. If not, readers see the marks.
    .fix = Move or add the blank as it says. A mark that should stay is written with a backslash: `\*`.
    .example =
        Before: **Note:**do not sign.
        After:  **Note:** do not sign.

## Terms

term-spelling = “{ $text }” is written “{ $prefer }” in this guide
    .label = write “{ $prefer }”
    .help = replace it by “{ $prefer }”
    .means = The entry of this term says with `prefer` how to write it. When a thing has two names, readers believe that there are two things, and the search finds less.
    .fix = Write the name that the entry prefers, or change `prefer` in `guide/registry/terms.yaml`.
    .example =
        Before: Send a mail. (`name: mail`, `prefer: email`)
        After: Send an email.

term-unexplained = the acronym “{ $text }” is not explained anywhere
    .label = { $pages ->
        [one] on one page only
       *[other] on { COUNT($pages) } pages
    }
    .help = write it out once, or add it to `registry/terms.yaml`
    .means = Somebody who is new to the subject does not know what this acronym means, and no page of the guide says so. The diagnostic points at its first occurrence in the guide.
    .fix = Write the whole name beside the acronym, or add an entry to `guide/registry/terms.yaml`: then the acronym is explained on every page. If all your readers know it, add it to `check: {"{"}acronyms: [NHS]{"}"}` in `guide/jalon.yaml`.
    .example =
        Before: Write to the NHS.
        After: Write to the National Health Service (NHS).

## HTML

html-forbidden = this HTML is not accepted: { $text }
    .help = write it in Markdown, or remove it
    .means = Only a few simple HTML elements are accepted in pages. Anything else is shown as text, so that the site stays safe and accessible.
    .fix = Use Markdown. The elements accepted are `br`, `kbd`, `sub`, `sup`, `abbr`, `mark`, `details` and `summary`.
    .example =
        Before: <b>Important</b>
        After: **Important**

html-bad-comment = this comment is malformed
    .help = write it alone on its line, between `<!--` and `-->`
    .means = A comment that is badly closed or badly placed can make the text after it disappear, or not be understood as an instruction.
    .fix = Open with `<!--`, close with `-->`, without two hyphens inside.
    .example =
        Before: <!- to review ->
        After: <!-- to review -->

## Waivers

waiver-unknown-code = no diagnostic is called `{ $code }`
    .help = copy the name as Jalon writes it in brackets; `jalon explain` lists them
    .help-nearest = did you mean `{ $nearest }`?
    .means = A line `<!-- allow … -->` grants an exception to a diagnostic, by name. This name does not exist, so the line has no effect.
    .fix = Correct the name, or remove the line.
    .example =
        Before: <!-- allow link/unclear: imposed text -->
        After: <!-- allow link/unclear-text: imposed text -->

waiver-renamed-code = `{ $former }` is now called `{ $code }`
    .help = write `{ $code }`, or let `jalon check --fix` do it
    .means = This waiver names a diagnostic by a name that an earlier version of Jalon used. It still works, and does not make `--strict` fail.
    .fix = Write the new name in place of the old one, or run `jalon check --fix`.
    .example =
        Before: <!-- allow front/bidi-control: a quotation in Arabic -->
        After: <!-- allow file/bidi-control: a quotation in Arabic -->

waiver-error-silenced = `{ $code }` is an error; there are no exceptions to it
    .help = correct the error, then remove this line
    .means = An error says that the guide would state something false: a link to nothing, an impossible date. Exceptions are for warnings only.
    .fix = Remove the line `<!-- allow … -->` and correct what the error points at.
    .example =
        Before: <!-- allow link/missing-page: soon -->
        After: the line is removed and the link corrected

waiver-no-reason = this exception does not say why
    .help = add a colon and the reason, for instance `: text imposed by law`
    .means = Without a reason, nobody will know in a year whether the exception still holds.
    .fix = Write the reason in a few words after a colon.
    .example =
        Before: <!-- allow link/unclear-text -->
        After: <!-- allow link/unclear-text: text imposed by law -->

waiver-unused = this exception is no longer needed: there is no `{ $code }` here
    .help = remove the line
    .means = What the exception allowed is no longer in the page. One day it would hide a real problem.
    .fix = Remove the line `<!-- allow … -->`.
    .example =
        Before: <!-- allow image/heavy: detailed map --> before a light image
        After: the image, without the line

## Addresses on other sites
# $url: the address of the guide; $others: at how many other places it stands; $status: the code that came back

external-elsewhere = { $others ->
    [0] {""}
    [one] {" "}(also given at one other place)
   *[other] {" "}(also given at { $others } other places)
}
external-gone = this page has not existed on its site since { $since }: { $url }{ external-elsewhere }
    .label = the site has answered { $status } in { $runs } checks
    .help = look for the new address of the page, or remove the link
    .means = The site answers that this page does not exist. It has said so at least three times, for a week or longer: this is not an outage.
    .fix = Open the site, look for the page by its title and copy its new address. If it is gone, remove the link and say in another way what it gave.
    .example =
        Before: [Tutor guide](https://example.org/2019/tutor)
        After: [Tutor guide](https://example.org/guides/tutor)

external-failing = this page does not exist on its site: { $url }{ external-elsewhere }
    .label = the site answers { $status }
    .help = look for the new address of the page; if it is still missing after three checks and a week, it becomes an error
    .means = The site answers that this page does not exist. That may be an outage: it is an error only after a week and three checks.
    .fix = Open the link. If the page is not there any more, look for it on the site and copy its new address.
    .example =
        Before: [Tutor guide](https://example.org/2019/tutor)
        After: [Tutor guide](https://example.org/guides/tutor)

external-moved = this page has moved permanently: { $url }
    .help = write `{ $to }`
    .help-home = the site leads to its first page (`{ $to }`): look where the page has gone
    .means = The site leads to another address and says that it is final. The old one may stop answering one day.
    .fix = Replace the old address by the new one. Look first whether the page is still the one that you meant.
    .example =
        Before: [Registration](http://example.org/registration)
        After: [Registration](https://www.example.org/registration)

external-blocked = { $why ->
    [wall] this site accepts only people: { $url }
    [wait] this site asks not to be contacted for now: { $url }
   *[status] this site refuses to answer the check ({ $status }): { $url }
}{ external-elsewhere }
    .help = open the link yourself to see whether the page is there
    .means = The site answers people, not programs, or wants a password. Nobody can tell whether the page exists.
    .fix = Open the link. If it is good, add the address to `check: {"{"}external: {"{"}skip: […]{"}"}{"}"}` in the settings, or write a waiver before the link.
    .example =
        Before: [Notice](https://network.example/notice/12)
        After: <!-- allow external/blocked: checked by hand --> before the paragraph

external-flaky = { $why ->
    [timeout] this site did not answer in time: { $url }
    [closed] this site closed the connection without an answer: { $url }
    [garbage] the answer of this site cannot be read: { $url }
    [circle] this site redirects in a circle: { $url }
    [too-many] this site redirects too many times: { $url }
    [no-target] this site redirects without an address: { $url }
   *[status] this site has an error ({ $status }): { $url }
}{ external-elsewhere }
    .help = try again later, then open the link yourself
    .means = The site has a problem that may be temporary.
    .fix = Try again in a few hours. If it lasts, tell the site or name another page.
    .example =
        Before: [Calendar](https://old.example.org/calendar)
        After: [Calendar](https://example.org/calendar)

external-unreachable = { $why ->
    [name] no site of this name exists: { $url }
    [expired] the certificate of this site is out of date: { $url }
    [certificate] the certificate of this site is not accepted: { $url }
    [tls] the encrypted connection to this site fails: { $url }
    [too-long] this address is too long to be asked: { $url }
    [silent] this site does not answer at other addresses; this one was not tried: { $url }
   *[connect] no connection to this site is possible: { $url }
}{ external-elsewhere }
    .help = check the address, then your own connection
    .means = The site could not be reached. A reader would see an error or a warning of the browser.
    .fix = Open the link. If it does not open, check the name of the site and look for its present address.
    .example =
        Before: [Help](https://www.exmple.org/help)
        After: [Help](https://www.example.org/help)

external-refused = { $why ->
    [scheme] this address leads to something that is no web page (`{ $to }`): { $url }
   *[private] this address leads to a private network: { $url }
}{ external-elsewhere }
    .help = give an address that every reader can open
    .means = The address, or the one that it leads to, is not on the public internet. The check never connects to it.
    .fix = Give the public address of the page. If there is none because the guide is read in house, add the address to `check: {"{"}external: {"{"}skip: […]{"}"}{"}"}` in the settings.
    .example =
        Before: [Leave](http://192.168.1.20/leave)
        After: [Leave](https://intranet.example.org/leave)

# $host: name of the site; $day: last day of the certificate
external-certificate-ends = the certificate of { $host } is valid only until { $day }
    .help = if the site is yours, renew the certificate; else tell its owner
    .means = Without a valid certificate, browsers warn of the site or refuse to open it.
    .fix = The certificate is renewed on the server of the site, most often by a program that has stopped.
    .example =
        Before: certificate valid until 30 November 2026
        After: certificate valid until 28 February 2027

## Published files

output-duplicate-path = two sources produce the same file `{ $path }`
    .help = rename one of the two files of the guide
    .means = On the site, a file can have one content only. One of the two would disappear.
    .fix = Rename the file or the page, or give the page another `slug`.
    .example =
        Before: a page “help.md” and a file “help/index.html”
        After: a page “help.md” and a file “help/template.html”

output-too-large = the generated file `{ $path }` is too large: { BYTES($size) }, and the limit is { BYTES($limit) }
    .help = split the page into several pages
    .means = A page of that weight would not open on a telephone.
    .fix = Split the page, or remove what was pasted by mistake.
    .example =
        Before: a page with a table of 100,000 rows
        After: a short table, and the whole file as a download

output-page-weight = { $what ->
    [theme] the theme alone weighs { COUNT($size) } kB, and the limit is { COUNT($limit) } kB a page
   *[page] this page weighs { COUNT($size) } kB with its images, and the limit is { COUNT($limit) } kB
}
    .help = the image `{ $target }` makes up { COUNT($part) } kB of it: make the page’s images smaller, or split it into several pages
    .help-text = split the page into several pages
    .help-theme = make this file of the theme smaller, or remove it
    .help-limit = raise `limits: {"{"}weight: …{"}"}` in the settings
    .means = To show a page, a telephone loads its text, its images and the style of the site. On a slow line, 1.5 MB make people wait for eight seconds. An image that is too heavy by itself is reported by `image/heavy`; here the whole page is too heavy.
    .fix = Bring the images down to the width that is needed (1,600 pixels are enough), keep those that are useful, or split the page. `limits: {"{"}weight: 3 MB{"}"}` in the settings raises the limit for the whole guide.
    .example =
        Before: a page with 12 screenshots of 300 kB
        After: four pages with three screenshots, one a step

output-too-many-lists = { COUNT($count) } lists of pages are not published as PDF: there are more than { COUNT($limit) }
    .help = raise `pdf: {"{"}lists: …{"}"}` in the settings, if the time it takes suits you
    .means = Each PDF takes some twenty milliseconds. In a guide with very many lists, only those of roles are published as PDF; all stay on their pages, to be ticked and printed.
    .fix = Raise the limit in `guide/jalon.yaml`, or keep this warning as a reminder.
    .example =
        Before: a guide with 350 lists
        After:
        pdf:
          lists: 400

output-list-too-long = the list “{ $title }” is not published as PDF: { COUNT($count) } { $what ->
    [letters] letters of text
   *[tasks] tasks
}, and the limit is { COUNT($limit) }
    .help = split it, or give each task its role
    .means = A list that long would fill dozens of sheets. It stays on its page; the page of a role then says which lists hold its tasks.
    .fix = Split the list into several pages, or the role into several roles.
    .example =
        Before: 600 tasks for `<role:team>`
        After: 300 tasks for `<role:welcome>` and 300 for `<role:follow-up>`

output-book-html = of the HTML on this page, a book shows only the text: { $elements }
    .help = write it in Markdown, or keep this warning as a reminder that it is missing in the book
    .means = A printed book and an e-book have no videos, frames, forms or drawings in the page. The text inside is kept, in its place.
    .fix = Say in the text what readers of the book need to know, or link to the page.
    .example =
        Before: <video src="tour.mp4"></video>
        After: [The tour as a video](https://video.example/tour)

output-pdf-letter = no font of the PDF has this sign: { $letter } ({ $number }, in “{ $place }”){ $more ->
    [0] { "" }
   *[other] , nor { COUNT($more) } others of this page
}
    .help = replace this sign with words, or add a font that has it to the theme, in `pdf/fonts/`
    .means = No font of the PDF has this sign: it may be a letter of another script. “[?]” is printed in its place, and the rest is printed.
    .fix = Write a word in place of the sign.
    .example =
        Before: - [ ] ⿕ Switch off the power
        After: - [ ] **Urgent:** switch off the power

## Search in the guide

search-wrong-type = for “{ $query }”, a page or an entry is expected
    .help = write the path of a page below `guide/`, or an entry such as `contact:payroll`
    .means = This file says what the search has to find: on the left the words typed, on the right the page or the entry.
    .fix = Write a text to the right of the colon, or a list of texts.
    .example =
        Before: contract:
        After: contract: 1-hiring/3-contract.md

search-unknown-target = `{ $target }`, expected for “{ $query }”, is not in the guide
    .help = write the path of a page below `guide/`, or an entry such as `contact:payroll`
    .help-nearest = did you mean `{ $nearest }`?
    .means = The page or entry that this query has to find has another name now, or never existed.
    .fix = Correct the name. Behind a `#` stands the name of a heading of the page.
    .example =
        Before: contract: 1-hiring/3-contrat.md
        After: contract: 1-hiring/3-contract.md

search-not-found = the search for “{ $query }” does not give this page among the first three results
    .label = the first result is “{ $found }”
    .help = put these words into a heading, the `aliases` of an entry or the synonyms of the settings
    .means = You asked that these words lead to this page. Readers who type them find something else.
    .fix = Use the readers’ words in the page and its headings, or declare them in `search: synonyms`. `jalon search` shows the results.
    .example =
        Before: ## Contractual arrangements
        After: ## The contract

search-own-name = the search for “{ $name }” does not find this
    .help = give it a more precise name, with at least one word of its own
    .means = Even by typing its name, readers do not find it: the name holds no word, or many others are like it.
    .fix = Change the heading or the name of the entry.
    .example =
        Before: ## ???
        After: ## Frequent questions

search-unused-synonyms = these synonyms lead to nothing: “{ $words }”
    .label = { $cause ->
        [alone] the group has a single word
       *[absent] the guide uses none of these words
    }
    .help = add a word that the guide uses to the group, or remove the group
    .means = A group of synonyms leads from what readers type to what the guide says. None of the words of this one is in the guide, or it has only one: it changes no search.
    .fix = Add the word that the guide uses, as it is written there, or delete the line.
    .example =
        Before: synonyms: [[leave, holiday]]
        After: synonyms: [[leave, holiday, absence]]

search-missing-thesaurus = the file of synonyms `{ $file }` is not in the guide
    .help = copy it into the folder `guide/`, and write its path from that folder
    .help-nearest = did you mean `{ $nearest }`?
    .means = The setting `search: thesaurus` names a file of synonyms. There is none at that place; the search does without it.
    .fix = Correct the path, or copy the file into the guide.
    .example =
        Before: thesaurus: th_en.dat
        After: thesaurus: th_en_US_v2.dat

search-outside-thesaurus = the file of synonyms `{ $file }` is outside of the guide
    .help = copy it into the folder `guide/`, and write its path from that folder
    .means = A guide is complete in itself: it gives the same site on every machine. So Jalon reads files of its folder only.
    .fix = Copy the file into the guide. It is not published.
    .example =
        Before: thesaurus: /usr/share/mythes/th_en_US_v2.dat
        After: thesaurus: th_en_US_v2.dat

search-bad-thesaurus = { $cause ->
        [encoding] the first line of a file of synonyms names its encoding; “{ $text }” is none that Jalon knows
        [byte] the byte { $text } is no letter in the encoding that the first line names
        [meanings] this word lacks lines of meanings: { $text }
       *[entry] “{ $text }” is no entry of a file of synonyms
    }
    .help = { $cause ->
        [encoding] write `UTF-8`, `ISO8859-1` or `ISO8859-15` on the first line
        [byte] save the file as UTF-8, with `UTF-8` on the first line
        [meanings] correct the number behind the bar, or add the lines
       *[entry] an entry is a word, a bar and the number of its meanings: `work|1`
    }
    .means = The file that `search: thesaurus` names has the format of MyThes, that of LibreOffice: the encoding on the first line, then each word with the number of its meanings and, below it, a meaning a line. What is written wrong is not read, the rest is.
    .fix = Take the original file again, or correct the line.
    .example =
        Before: work
        After: work|1

## Themes

theme-syntax = this file of the theme is not well written: “{ $why }”
    .help = correct the passage shown, or take the original theme's file again
    .means = The site cannot be made with this template. This is for the person who looks after the theme.
    .fix = Correct the passage; `themes/README.md` describes what a template may write.
    .example =
        Before: {"{"}{"{"} page.title {"}"}
        After: {"{"}{"{"} page.title {"}"}{"}"}

theme-render = this template of the theme failed: “{ $why }”
    .help = check the names of the fields in `themes/README.md`
    .means = The template asks for something that does not exist for this page. This is for the person who looks after the theme.
    .fix = Correct the name of the field, or check that it exists before using it.
    .example =
        Before: {"{"}{"{"} page.titel {"}"}{"}"}
        After: {"{"}{"{"} page.title {"}"}{"}"}

theme-endless = the template `{ $template }` writes more than { BYTES($size) }: a loop has no end
    .help = check the loops (`for`) of this template and of those that it calls
    .means = A page of that weight would open nowhere, so Jalon stopped writing it. Nearly always a loop stands in another by mistake, or runs over too many numbers. This is for the person who looks after the theme.
    .fix = Correct the loop. If the page really is that large, raise the limit in `jalon.yaml`: `limits: {"{"}output: 64 MB{"}"}`.
    .example =
        Before: {"{"}% for n in range(end=100000) %{"}"}{"{"}% for page in menu %{"}"}
        After: {"{"}% for page in menu %{"}"}

theme-unknown-file = the theme has no file `{ $name }` to replace
    .help = if that is what you want, change nothing; if not, check the name
    .help-nearest = did you mean `{ $nearest }`?
    .means = A file of `guide/theme` replaces the theme's file of the same name. This one replaces nothing: its name may be misspelt.
    .fix = Give the file the same path as the one it should replace.
    .example =
        Before: guide/theme/templates/pages.html
        After: guide/theme/templates/page.html

theme-bad-strings = this file of texts is not well written: “{ $why }”
    .help = check the form `name = text`, one a line
    .means = Files in `.ftl` change the words of the interface. A passage was not understood, the original words stay.
    .fix = Write each text as `name = text`. A text that goes on begins its next line with spaces.
    .example =
        Before: search-title: Search
        After: search-title = Search

theme-unknown-string = there is no text called `{ $key }` in the interface
    .help = see the names in `themes/default/strings/`; a text of this name is never shown
    .help-nearest = did you mean `{ $nearest }`?
    .means = Files in `.ftl` give other words to texts of the interface. None has this name, so the words would never be shown.
    .fix = Correct the name of the text, or delete the line.
    .example =
        Before: serch-start = Search
        After: search-start = Search

theme-parent-loop = these themes are each other’s parent: { $chain }
    .help = change the field `parent` of one of the themes
    .means = A theme can take the files it lacks from a parent. Here the chain of parents never ends.
    .fix = Make the chain end with `default`.
    .example =
        Before: themes/a has the parent b, themes/b has the parent a
        After: themes/b has the parent default

theme-pdf-error = no PDF can be made with this file of the theme: “{ $why }”
    .help = correct the passage shown, or take the original theme's file again
    .means = The files of `pdf/` say what printed checklists look like. With this one, the PDF cannot be made. This is for the person who looks after the theme.
    .fix = Correct the passage; `themes/README.md` describes what these files see and must keep.
    .example =
        Before: #let accent = rgb("#1f4e8c"
        After: #let accent = rgb("#1f4e8c")

theme-unknown-parent = the theme that this one builds on cannot be found
    .help = put that theme into the folder `themes`, or remove this line to build on the original theme
    .help-nearest = did you mean `{ $nearest }`?
    .means = A theme takes the files it lacks from its parent, which is looked for in the folder `themes`, under the name written here.
    .fix = Correct the name, or add the folder of the parent.
    .example =
        Before: parent: plian
        After: parent: plain

theme-unknown-key = a theme has no field `{ $key }`
    .help = remove this field; `theme.yaml` holds `name` and `parent`
    .help-nearest = did you mean `{ $nearest }`?
    .means = The file `theme.yaml` accepts known fields only. A misspelt field would be ignored silently; Jalon reports it instead.
    .fix = Correct the name of the field or remove the line.
    .example =
        Before: parnet: default
        After: parent: default

theme-wrong-type = the field `{ $key }` of this theme expects { expected-type }, and holds { found-type }
    .help = write { expected-type } here
    .help-nearest = did you mean `{ $nearest }`?
    .help-quote = put this value between straight quotes: `{ $quoted }`
    .means = Each field expects one kind of value. Another kind of value cannot be understood.
    .fix = Write the value in the form that is expected. A text that looks like a number or a date goes between straight quotes.
    .example =
        Before: name: 2026
        After: name: "2026"

theme-pdf-warning = a warning about this theme file, used for PDFs: “{ $why }”
    .help = correct the passage shown; the PDF is made all the same
    .means = The PDF is made, but perhaps not as the theme meant it: a font is missing, for instance. This is for the person who looks after the theme.
    .fix = Correct the passage, or add the missing font to `pdf/fonts/`.
    .example =
        Before: #let text-font = ("Marianne",), without the file of that font
        After: the same, with pdf/fonts/Marianne-Regular.ttf

## What the computer refused

failure-word = cannot go on:
failure-no-command = Jalon has no command `{ $at }`
    .help = `jalon --help` lists them all; `jalon build`, `jalon check` and `jalon serve` are the most common
failure-no-command-near = Jalon has no command `{ $at }`
    .help = did you mean `{ $why }`? `jalon --help` lists all commands
failure-no-option = this command does not expect `{ $at }`
    .help = add `--help` to the command to see its options
failure-no-option-near = this command does not expect `{ $at }`
    .help = did you mean `{ $why }`? `--help` after the command lists its options
failure-no-value = a value is missing after `{ $at }`
    .help = write it right after the option
failure-bad-value = this value is not valid: `{ $at }`
    .help = `--help` after the command tells what it expects
failure-no-day = `{ $at }` is not a calendar date
    .help = write year, month and day, for instance `2026-11-23`
failure-bad-value-of = this value is not valid: `{ $at }`
    .help = it can be one of: { $why }
failure-missing-argument = the command lacks `{ $at }`
    .help = add `--help` to the command to see what it expects
failure-conflict = `{ $at }` and `{ $why }` cannot be used together
    .help = keep one of the two
failure-no-guide = there is no guide in { $at } (the file `guide/jalon.yaml` is missing)
    .help = go to the folder of your guide, name it with `--root DIR`, or create a guide with `jalon init`
failure-read = { $at } cannot be read (“{ $why }”)
    .help = check that the file exists and that you are allowed to read it
failure-read-folder = what is in the folder { $at } cannot be read in full: “{ $why }”; nothing was changed
    .help = check your right to read this folder, and that the disk or the shared folder answers, then try again
failure-write = { $at } cannot be written (“{ $why }”)
    .help = check the free disk space and your right to write to this folder
failure-half-published = { $at } cannot be written: “{ $why }”; the published site is partly the new one
    .help = check the free disk space and your right to write to this folder, then run `jalon build`: it finishes the work
failure-left-behind = { $at } was left by a publication that was interrupted, and its name is taken in the site
    .help = if you need it, move this file or folder elsewhere; if not, delete it, then try again
failure-foreign-output = { $at } holds files that Jalon did not make: { $why }
    .help = choose another folder with `--out DIR`, or add `--force` to publish here; these files will not be touched
failure-foreign-collision = in { $at }, files that Jalon did not make have names it needs: { $why }
    .help = move these files, or choose another folder with `--out DIR`
failure-output-place = { $at } is not a folder to publish to
    .help = choose with `--out DIR` a plain folder, without `..` in its path
failure-output-link = { $at } is a shortcut; the site cannot be published there
    .help = give the folder itself with `--out DIR`
failure-output-in-guide = the site cannot be published in { $at }, where the files of the guide are
    .help = choose with `--out DIR` a folder of its own, outside `guide` and `themes`
failure-output-path = the file { $at } would leave the folder of the site; nothing was written
    .help = rename the page or file of the guide that makes it
failure-output-locked = another build is publishing already ({ $at })
    .help = wait until it is done, or close the other window in which Jalon runs
failure-too-many-files = { $at } holds too many files to be a guide
    .help = check that `--root` names the folder of your guide
failure-threads = the system does not start the threads that Jalon needs: “{ $why }”
    .help = close other programs, or raise the limit of processes of your account, then try again
failure-random = the system does not give Jalon the random numbers it needs
    .help = check that `/dev/urandom` can be read, then try again
failure-listen = the address { $at } cannot be opened (“{ $why }”)
    .help = choose another port with `--port NUMBER`, or remove `--host`
failure-bad-epoch = SOURCE_DATE_EPOCH is “{ $at }”, which is not a number of seconds
    .help = remove this variable, or give the day with `--today YYYY-MM-DD`
failure-external = the network cannot be used ({ $at }: “{ $why }”)
    .help = check your connection, then try again
failure-external-allow = JALON_EXTERNAL_ALLOW holds “{ $at }”, which is not a number with its port
    .help = remove this variable; only tests of the program need it
failure-print = the result cannot be shown (“{ $why }”)
    .help = check the free disk space, if you write to a file
failure-exists = { $at } exists already; nothing was changed
    .help = choose another name or another folder
failure-bad-id = “{ $at }” cannot be an id
    .help = use lower-case letters without accents, digits and single hyphens, for instance `payroll-support`
failure-changed = { $at } has changed meanwhile; nothing was written to it
    .help = run the command again
failure-broken-lock = { $at } is not understood in full; nothing was written
    .help = `jalon check` shows the lines to correct
failure-no-such-list = there is no list “{ $at }” in this guide
    .help = `jalon checklist` names all lists
failure-no-such-list-near = there is no list “{ $at }” in this guide
    .help = did you mean `{ $why }`? `jalon checklist` names all lists
failure-calendar-start = to put “{ $at }” into a calendar, a starting day is needed
    .help = add for instance `--start 2027-01-04`: delays are counted from that day
failure-calendar-empty = no task of “{ $at }” has a delay: there is nothing to put into a calendar
    .help = write for instance `<due:D-30>` in a task
failure-no-pdf = this program cannot make PDFs; “{ $at }” can only be text, a table, a calendar or data
    .help = use `--format csv`, `--format ics` or `--format json`, or print the page of the list
failure-book-exists = { $at } is not a book that Jalon made; nothing was changed
    .help = give another name, or replace it with `--force`
failure-no-book-pdf = this program cannot make PDFs; { $at } was not written
    .help = give the book a name that ends with `.epub`, or use a program with the feature `pdf`
failure-id-taken = { $at } has an entry `{ $why }` already; nothing was changed
    .help = choose another id
failure-cannot-append = { $at } is not a plain list of entries; nothing was changed
    .help = add the entry by hand, or put each id back at the beginning of a line
failure-bad-page-path = “{ $at }” cannot be the path of a page of the guide
    .help = give a path in the folder `guide`, without `..`, for instance `1-hiring/4-arrival.md`
failure-unknown-code = no diagnostic is called “{ $at }”
    .help = `jalon explain` alone lists them
    .help-nearest = did you mean `{ $nearest }`?
failure-unknown-schema = no schema is called “{ $at }”
    .help = the schemas are: { $why }

## What the commands say

pages = { $count ->
    [one] { COUNT($count) } page
   *[other] { COUNT($count) } pages
}
files = { $count ->
    [one] { COUNT($count) } file
   *[other] { COUNT($count) } files
}
written = { $count ->
    [one] { COUNT($count) } written
   *[other] { COUNT($count) } written
}
kept = { $count ->
    [one] { COUNT($count) } unchanged
   *[other] { COUNT($count) } unchanged
}
removed = { $count ->
    [one] { COUNT($count) } removed
   *[other] { COUNT($count) } removed
}
seconds = { $seconds } s
step-read = Reading
step-understand = Parsing and assembling
step-check = Checking
step-make = Making pages and files
step-publish = Publishing
step-done = { $step }: { $millis } ms
build-refused = Nothing was published.
build-refused-kept = Nothing was published; the last good site is still in { $out }.
build-strict = With `--strict`, a warning is enough to stop publication.
build-done = The site is in { $out }.
build-one-by-one = This folder cannot be replaced in one step (a mount point, or a protected parent folder), so its files were replaced one by one. If a publication is interrupted, the next `jalon build` finishes it.
book-working = Making the book…
book-done = { $out }: { BYTES($size) }
checklist-none = This guide has no checklist yet
checklist-tasks = { $count ->
    [one] { COUNT($count) } task
   *[other] { COUNT($count) } tasks
}
checklist-left-out = { $count ->
    [one] { COUNT($count) } task without a delay is not in the calendar
   *[other] { COUNT($count) } tasks without a delay are not in the calendar
}
checklist-moved = moved earlier: { $date } is { $why }
checklist-columns = List | No. | Task | Answer | Who | Delay | Date | Remark | Help | Address | Id
checklist-done = Done
checklist-yes = yes
checklist-no = no
report-title = { $guide }: to do on { $date }
report-nothing = Nothing to do, neither today nor in the next { $days } days
report-count = { $count ->
    [one] { COUNT($count) } thing to do
   *[other] { COUNT($count) } things to do
}
report-none = { $group }: nothing to do
report-empty = Nothing to do
report-errors = The guide has errors ({ $count }): the report says what could be read. `jalon check` shows them
report-no-days = No date has passed and none comes up within { $days } days: there is nothing to put into a calendar
report-home = Back to the guide
report-columns = Section | To do | Page or entry | Owner | Day | Days late | File | Line
report-stale = Overdue
report-placeholders = To be completed
report-unverified = Contacts never verified
report-successors = Details that seem to be replaced
report-undecided = Persons without a decision to publish
report-upcoming = Due within the next { $days } days
report-late = since { $date } ({ $days ->
    [one] { COUNT($days) } day
   *[other] { COUNT($days) } days
} late)
report-today = today
report-soon = on { $date } (in { $days ->
    [one] { COUNT($days) } day
   *[other] { COUNT($days) } days
})
chore-review = Read and verify “{ $name }”
chore-passage = Look at a dated passage of “{ $name }”
chore-expiry = “{ $name }” is no longer published after this day
chore-complete = Complete “{ $name }”: { $text }
chore-complete-something = Complete “{ $name }”
chore-address = Give the address of “{ $name }”
chore-verify = Verify “{ $name }”
chore-succeed = “{ $name }”: decide whether { $text } replaces what is written
chore-decide = Decide whether “{ $name }” may be published
rest-saturday = a Saturday
rest-sunday = a Sunday
holiday-new-year = a public holiday (New Year’s Day)
holiday-easter-monday = a public holiday (Easter Monday)
holiday-labour = a public holiday (Labour Day)
holiday-victory = a public holiday (Victory Day 1945)
holiday-ascension = a public holiday (Ascension Day)
holiday-whit-monday = a public holiday (Whit Monday)
holiday-national = a public holiday (National Day)
holiday-assumption = a public holiday (Assumption Day)
holiday-all-saints = a public holiday (All Saints’ Day)
holiday-armistice = a public holiday (Armistice Day 1918)
holiday-christmas = a public holiday (Christmas Day)
# $done: how many addresses are done; $all: how many there are; $host: the site of the last
hosts-working = { $done } of { $all }  { $host }
hosts-none = no address on another site
hosts-unread = the answers of earlier checks cannot be read, every address is checked again: { $at } (“{ $why }”)
hosts-unkept = the answers cannot be saved for the next check: { $at } (“{ $why }”)
hosts-host = Site
hosts-all = addresses
hosts-asked = checked
hosts-ok = good
hosts-moved = moved
hosts-gone = missing
hosts-blocked = blocked
hosts-flaky = broken
hosts-unreachable = unreachable
hosts-refused = refused
hosts-skipped = skipped
init-done = Your guide is ready in { $at } ({ files }).
doctor-good = ok
doctor-lacks = note
doctor-stops = problem
doctor-program = Jalon { $version }, with PDFs
doctor-program-without-pdf = Jalon { $version }, compiled without PDFs: checklists are pages only
    .help = install it with its default features: `cargo install --path . --locked` in its folder
doctor-locale = the terminal is not told that texts are UTF-8 (`{ $value }`): accents may look wrong
    .help = choose a locale that ends with `.UTF-8`, for instance `export LANG=en_GB.UTF-8`
doctor-no-guide = there is no guide in `{ $at }` or above it
    .help = go into the folder of the guide, name it with `--root`, or start one with `jalon init`
doctor-guide = the guide in { $at }: { $count ->
        [one] { COUNT($count) } page
       *[other] { COUNT($count) } pages
    }
doctor-guide-errors = the guide in { $at } has { $count ->
        [one] { COUNT($count) } error
       *[other] { COUNT($count) } errors
    }: nothing is published
    .help = `jalon check` says where, and how to correct it
doctor-no-address = the settings have no `base_url`: no site map for search engines, no feed, no pictures for shared links
    .help = write it into `guide/jalon.yaml` once you know the address of the site
doctor-no-lock = published addresses are not watched over: there is no `guide/urls.lock`
    .help = `jalon urls --accept`, once the site is online
doctor-no-rights = `{ $at }` may not be written: a build fails
    .help = give yourself the right to write there, or publish elsewhere with `--out`
doctor-clock-good = the clock shows { $now }
doctor-clock = the clock shows { $now }, but a file of the guide is of { $newest }: dates may be judged wrongly
    .help = set the clock of the machine, or name the day with `--today`
doctor-git = the guide is under version control (git)
doctor-no-git = the guide is not under version control: an earlier text cannot be brought back
    .help = `git init` in its folder, or a copy of the folder now and then
doctor-polling = the folder is on a file system that tells no changes ({ $name }): `jalon serve` looks for itself, which takes up to a second
    .help = for a faster loop, work on a copy on a local disk
doctor-few-watches = the system lets a program watch { COUNT($most) } folders, and the guide has { COUNT($folders) }: `jalon serve` may have to look for itself
    .help = as administrator: `sysctl fs.inotify.max_user_watches={ $wanted }`
doctor-no-watches = the system lets nobody watch folders: `jalon serve` looks for itself
    .help = as administrator: `sysctl fs.inotify.max_user_instances=128`
doctor-watches = { COUNT($folders) } folders can be watched by `jalon serve`
man-done = { $count ->
    [one] { COUNT($count) } manual page
   *[other] { COUNT($count) } manual pages
} in { $at }
export-done = The settings and the records are in { $at }
init-ci = The workflow is in { $file }. Put the address of the repository of Jalon at its top.
init-ci-below = The workflow is in { $file }, but forges read it only at the root of a repository. Move it there, give each `jalon` in it `--root` with the folder of the guide, and put the address of the repository of Jalon at its top.
init-next = To see it: `{ $command }`, then open the address shown. The pages are in the folder `guide`.
fix-added = { $at }: added `{ $after }` ({ $code })
fix-replaced = { $at }: `{ $before }` becomes `{ $after }` ({ $code })
fix-done = { $count ->
    [0] Nothing to fix
    [one] { COUNT($count) } fix applied
   *[other] { COUNT($count) } fixes applied
}
refactor-moved = { $at } becomes { $to }
refactor-added = { $at }: added `{ $after }`
refactor-removed = { $at }: removed `{ $before }`
refactor-replaced = { $at }: `{ $before }` becomes `{ $after }`
refactor-done = { $moved ->
    [0] { "" }
    [one] { COUNT($moved) } file moved, { "" }
   *[other] { COUNT($moved) } files moved, { "" }
}{ $edits ->
    [one] { COUNT($edits) } change
   *[other] { COUNT($edits) } changes
} in { $files ->
    [one] { COUNT($files) } file
   *[other] { COUNT($files) } files
}
refactor-would = Nothing is written. Without `--dry-run`: { $moved ->
    [0] { "" }
    [one] { COUNT($moved) } file moved, { "" }
   *[other] { COUNT($moved) } files moved, { "" }
}{ $edits ->
    [one] { COUNT($edits) } change
   *[other] { COUNT($edits) } changes
} in { $files ->
    [one] { COUNT($files) } file
   *[other] { COUNT($files) } files
}
refactor-refused = Nothing is written: the guide would have { $count ->
    [one] { COUNT($count) } error more
   *[other] { COUNT($count) } errors more
}
refactor-standing = { $at } could not be put back: it holds the change already
refactor-bad-path = “{ $at }” cannot be the place of a page: give a path below `guide/`, outside of `registry/`, `theme/` and `strings/`
refactor-nothing-there = “{ $at }” is neither a page nor a folder of pages of the guide
refactor-same = { $at } is there already
refactor-taken = { $at } exists already: choose another name
refactor-home = { $at } is the home page of the guide and stays where it is
refactor-index = The index of { $at } is the page of that folder: move the whole folder
refactor-no-address = { $at } would have no address of its own: another page has the same
refactor-no-alias = { $at }: the former address `{ $address }` could not be added to the front matter; write it as `key: value`, one a line, then try again
refactor-former-address = `{ $at }` is a former address of { $page }, which readers still follow. Choose another name, or take it off its `aliases`
refactor-bad-id = “{ $at }” cannot be an id: use small letters without accents, digits and single hyphens
refactor-id-taken = `{ $at }` is in the registry already: choose another id
refactor-unknown-id = “{ $at }” is no entry of the registry. A heading is written `page.md#anchor`
refactor-several = “{ $at }” is the id of several entries: say which, { $entries }
refactor-is-page = “{ $at }” is a page: `jalon move` moves it, and its title is changed in its text
refactor-no-page = “{ $at }” is no page of the guide
refactor-unknown-anchor = { $at } has no heading whose anchor is `#{ $anchor }`
refactor-bad-heading = “{ $at }” cannot be a heading: give a text of one line
refactor-other-headings = { $at } would have other headings afterwards: this text is not read as a heading alone
refactor-no-anchor = { $at }: the anchor `#{ $anchor }` cannot be kept by a comment in that place
refactor-anchor-taken = { $at }: `#{ $anchor }` is the former anchor of another heading. Choose another text
urls-head =
    Published addresses: pages, places, files. Written by `jalon urls --accept`; to be kept with the guide.
    By hand, only what follows an address is changed: `gone:` and the reason, when it answers no more.
urls-new = new
urls-moved = moved
urls-reworded = reworded
urls-vanished = vanished
urls-counts = Addresses: { COUNT($new) } new, { COUNT($moved) } moved, { COUNT($reworded) } reworded, { COUNT($vanished) } vanished.
urls-none = There is no file `guide/urls.lock` yet: published addresses are not checked yet. Once the site is published, `jalon urls --accept` records its { COUNT($count) } addresses.
urls-ways = For each vanished address, `jalon check` says what to do; `jalon check --fix` fixes what is certain
urls-refused = { $count ->
    [one] { COUNT($count) } published address has vanished
   *[other] { COUNT($count) } published addresses have vanished
}: nothing was written. Fix them with `jalon check --fix`, or give them all up with `jalon urls --accept --gone "the reason"`.
urls-refused-errors = The guide has { $count ->
    [one] { COUNT($count) } error
   *[other] { COUNT($count) } errors
}: nothing was written. Fix what `jalon check` reports first.
urls-done = { $at } is up to date: { $count ->
    [one] { COUNT($count) } address
   *[other] { COUNT($count) } addresses
}. Keep this file with the guide.
new-page-done = The page { $at } is created. Write its text, then add a link to it.
new-entry-done = The entry is at the end of { $at }, line { $line }. Complete it, then refer to it in a page: `<{ $entry }>`.
explain-renamed = `{ $former }` is now called `{ $code }`.
explain-means = What it means
explain-fix = How to fix it
explain-example = Example
explain-more = For more about one of them: `jalon explain NAME`.

## What `jalon serve` shows on a page

overlay-region = What is wrong
overlay-close = Close (Esc)
overlay-open = Show
overlay-copy = Copy
overlay-copied = Copied
overlay-editor = Open
# $count: errors; $files: files; $file: the first
overlay-mark = { $count ->
    [one] { COUNT($count) } error
   *[other] { COUNT($count) } errors
}{ $files ->
    [one] { " " }in { $file }
   *[other] { " " }in { COUNT($files) } files
}
overlay-bug = a bug in Jalon
overlay-page-held = This page stays as it was before the error
overlay-page-as-is = This page has not been seen without an error yet: it is shown as it is
# $file: the file with an error; $more: how many others
overlay-file-held = The site keeps the last good version of { $file }{ $more ->
    [0] { "" }
    [one] { " " }and of another file
   *[other] { " " }and of { COUNT($more) } other files
}
overlay-more-errors = { $count ->
    [one] { COUNT($count) } more error in { $file }
   *[other] { COUNT($count) } more errors in { $file }
}
overlay-more-files = { $count ->
    [one] { COUNT($count) } more error
   *[other] { COUNT($count) } more errors
}{ $files ->
    [one] { " " }in another file
   *[other] { " " }in { COUNT($files) } other files
}
overlay-warnings = { $count ->
    [one] { COUNT($count) } warning
   *[other] { COUNT($count) } warnings
}
overlay-more-warnings = { $count ->
    [one] and { COUNT($count) } other: `jalon check` gives all
   *[other] and { COUNT($count) } others: `jalon check` gives all
}

## What `jalon serve` says

serve-port = Port { $wanted } is taken; the site is at port { $given }.
serve-network = Careful: other machines can see the site ({ $at }).
serve-polling = Files are polled (“{ $why }”).
serve-ready = The site is at { $url } ({ $millis } ms). Save a file and the page changes; Ctrl+C stops.
serve-report = To do for editors: { $url }
serve-desk = To edit pages, open this address, which is good for one use: { $url }
serve-rebuilt = { $first }{ $more ->
    [0] {""}
    [one] {" "}and 1 other
   *[other] {" "}and { $more } others
} → { $made ->
    [0] nothing changed
    [one] 1 file rebuilt
   *[other] { $made } files rebuilt
} ({ $millis } ms)
serve-held = { $file }{ $more ->
    [0] { "" }
    [one] { " " }and 1 other file
   *[other] { " " }and { COUNT($more) } other files
}: the site keeps their last good state.
serve-rebuilt-all = Everything was made again: { $made ->
    [one] { COUNT($made) } file
   *[other] { COUNT($made) } files
} ({ $millis } ms)
serve-keys = Keys: o opens the browser, r makes everything again, c shows the check, q ends.
serve-bug = This is a bug in Jalon: “{ $why }”. The last good site stays.
serve-no-browser = The browser could not be opened (“{ $why }”).

## The words of the desk of `jalon edit`

desk-edit = Edit
desk-title = Edit the page
desk-text = Text of the page, in Markdown
desk-save = Save
desk-saved = Saved
desk-unsaved = Not saved yet
desk-undo = Undo the save
desk-undone = The version before is back
desk-nothing = There is no version before
desk-close = Close
desk-cancel = Cancel
desk-insert = Insert
desk-leave = The text is not saved
desk-leave-drop = Close without saving
desk-leave-stay = Keep writing
desk-draft = A text of this page was never saved
desk-draft-take = Take it up
desk-draft-drop = Throw it away
desk-no-draft = This browser has no more room: save often
desk-changed = The page was changed elsewhere since you opened it
desk-choose = The page was changed elsewhere: choose for each passage
desk-choose-passage = Passage
desk-choose-mine = My version
desk-choose-theirs = The other version
desk-choose-both = Both, mine first
desk-choose-nothing = (nothing)
desk-choose-take = Put this into the text
desk-findings = What is wrong with this page
desk-no-findings = Nothing to correct in this page
desk-elsewhere = What this would break elsewhere
desk-line = Line
desk-fix = Fix:
desk-offline = The server does not answer; the text stays here
desk-session = This browser may not write any more: open the address that the terminal gives; the text stays here
desk-spent = This address was used before. The key “o”, in the terminal of “jalon edit”, opens another one
desk-refused = The server refused; nothing was written
desk-too-large = The text is too long: a page has at most 8 MiB; nothing was written
desk-not-text = This file is not text in UTF-8
desk-gone = This page is no longer in the guide
desk-unpublished = The page is not published: there is nothing to show
desk-bar = Formatting
desk-heading = Heading
desk-bold = Bold
desk-bold-text = important
desk-list = List
desk-task = Task
desk-task-text = What is to be done
desk-task-role = Who does it
desk-task-no-role = the role named above
desk-task-due = When (optional)
desk-task-due-example = D-30, W-2, D+8
desk-link = Link
desk-link-text = text of the link
desk-link-address = Address
desk-link-page = Link to a page
desk-link-entry = Registry entry
desk-pick-name = Name
desk-pick-none = No name has this
desk-pick-first = Take the first
desk-kind-contact = contact
desk-kind-tool = tool
desk-kind-resource = document
desk-kind-role = role
desk-kind-organisation = organisation
desk-kind-term = term
desk-alert = Callout
desk-alert-kind = Kind of callout
desk-alert-text = What one must know
desk-alert-note = Note
desk-alert-tip = Tip
desk-alert-important = Important
desk-alert-warning = Warning
desk-alert-caution = Caution
desk-table = Table
desk-table-column = Column
desk-table-cell = text
desk-picture = Picture
desk-picture-file = File
desk-picture-alt = What it shows, for who does not see the picture
desk-picture-large = The picture is too large: 8 MiB at most; nothing was written
desk-picture-kind = This file is no picture (PNG, JPEG, GIF, WebP or AVIF); nothing was written
desk-placeholder = To be completed
desk-placeholder-mark = TODO:
desk-placeholder-text = what is missing
desk-until = True until …
desk-until-help = After this day, the passage says that it is out of date
desk-until-day = Last day

## What `jalon search` says
# $query: what is looked for
find-query = “{ $query }”
find-nothing = nothing found for “{ $query }”
# $typed: the words as typed; $meant: the words looked for instead
find-substituted = nothing found for “{ $typed }”; results for “{ $meant }”
# $typed: the word as typed; $read: the word understood
find-corrected = “{ $typed }” is read as “{ $read }”

# jalon publish
publish-waiting = another publisher is at work, waiting…
publish-working = { COUNT($done) } of { $all ->
    [one] { COUNT($all) } file
   *[other] { COUNT($all) } files
} sent
publish-unchanged = { $at } already holds this site ({ $files ->
    [one] one file
   *[other] { COUNT($files) } files
}); nothing was sent
publish-done = published to { $at }: { COUNT($sent) } sent, { COUNT($removed) } removed, { $files ->
    [one] { COUNT($files) } file
   *[other] { COUNT($files) } files
} in all
publish-would-do = to { $at }: { COUNT($sent) } to send, { COUNT($removed) } to remove, { $files ->
    [one] { COUNT($files) } file
   *[other] { COUNT($files) } files
} in all; nothing was written
publish-would-send = send
publish-would-remove = remove
failure-publish-feature = this program was compiled without `jalon publish`
    .help = compile it with `cargo install --locked --path . --features publish`
failure-publish-target = “{ $at }” is no place to publish to
    .help = write `s3://BUCKET/PREFIX`, `gs://BUCKET/PREFIX`, `az://CONTAINER/PREFIX` or `file:///FOLDER`; keys and passwords stand in the environment only
failure-publish-in-project = the site cannot be published to { $at }, inside the project’s own folder { $why }
    .help = choose a folder outside `guide`, `themes` and the folder that `jalon build` wrote
failure-publish-nowhere = where to publish is not said
    .help = write `jalon publish s3://BUCKET`, or `publish: {"{"}to: s3://BUCKET{"}"}` in `guide/jalon.yaml`
failure-publish-no-site = { $at } does not hold a whole site of Jalon’s
    .help = run `jalon build` first, or name the folder with `--from DIR`
failure-publish-site-changed = { $at } is not what was built
    .help = run `jalon build` again, then `jalon publish`; what was sent already will not be sent again
failure-publish-credentials = for { $at }, the environment holds no credentials ({ $why })
    .help = set these variables as the store’s documentation says; Jalon reads credentials from nowhere else
failure-publish-environment = what the environment says about { $at } cannot be used (“{ $why }”)
    .help = correct these variables: a key goes with its secret, a file with keys has to exist, and the address of a server is written in full, `https://HOST` (`http://HOST` with `AWS_ALLOW_HTTP=true`)
failure-publish-refused = { $at } does not accept these credentials ({ $why })
    .help = check that the keys in the environment belong together, are still valid and were copied whole
failure-publish-bucket = the bucket of { $at } does not exist ({ $why })
    .help = create it, or correct its name; check the region and the address of the server too
failure-publish-region = the bucket of { $at } is in another region ({ $why })
    .help = set `AWS_REGION` to the region of the bucket
failure-publish-forbidden = these credentials may not do this in { $at } ({ $why })
    .help = grant them the right to list the bucket and to read, write and delete objects
failure-publish-clock = the clock of this machine is too far from that of { $at }
    .help = set the time of this machine, best by a time server, then try again
failure-publish-network = { $at } cannot be reached (“{ $why }”)
    .help = check the network, the name of the server and any proxy; then run `jalon publish` again, it goes on where it stopped
failure-publish-slow = { $at } does not answer in time
    .help = run `jalon publish` again, it goes on where it stopped; with `--parallel 4` a slow line is shared by fewer files
failure-publish-server = { $at } refuses to go on (“{ $why }”)
    .help = run `jalon publish` again later, it goes on where it stopped
failure-publish-conditions = the server of { $at } cannot write a file on a condition ({ $why }), so that two publishers could not be told apart
    .help = use a newer version of the server, or copy `public/` with a tool of its own
failure-publish-foreign = in { $at }, files that Jalon did not put there have names that the site needs: { $why }
    .help = nothing was written; move these files, choose another prefix, or replace them with `--force`
failure-publish-busy = another publisher has been at work in { $at } since { $why }
    .help = wait for it to end, then run `jalon publish` again
failure-publish-overtaken = another publisher wrote to { $at } in the meantime
    .help = run `jalon publish` again to see what it left to do
failure-publish-list = the list `.jalon-manifest.json` in { $at } is not one of `jalon publish`
    .help = choose another place; or, if no site of Jalon’s is there, delete this file

# What `jalon lsp` tells a text editor.
lsp-fix = Replace “{ $before }” with “{ $after }”
lsp-fix-add = Add “{ $after }”
lsp-fix-remove = Remove “{ $before }”
lsp-fix-all = Fix what is certain in this file
lsp-cited = { $count ->
    [0] Cited on no page
    [one] Cited on one page
   *[other] Cited on { COUNT($count) } pages
}
lsp-size = { BYTES($size) }
