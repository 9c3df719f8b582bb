//! How elements begin and end.
use super::task::{close_tasks, open_help, open_tasks};
use super::writer::{Writer, push_all, write_to};
use crate::model::{Date, Element};
use crate::text::escape;

/// Tags of headings, by their level.
const HEADINGS: [&str; 7] = ["h1", "h1", "h2", "h3", "h4", "h5", "h6"];

impl Writer<'_> {
    pub(super) fn begin(&mut self, element: Element) {
        self.open.push(element);
        let is_inline =
            matches!(element, Element::Emphasis | Element::Strong | Element::Strike | Element::Link(..));
        if !is_inline {
            self.last = None;
        }
        match element {
            Element::Paragraph => self.out.push_str("<p>"),
            Element::Heading(level, anchor) => {
                self.no_terms_depth += 1;
                self.heading = Some(anchor);
                let level = (level + self.placement.shift).min(6);
                let tag = HEADINGS[usize::from(level)];
                push_all(&mut self.out, &["<", tag, " id=\"", self.placement.prefix]);
                escape::html(&mut self.out, self.body.str(anchor));
                self.out.push_str("\">");
            }
            Element::Quote => self.out.push_str("<blockquote>\n"),
            Element::Alert(notice) => {
                let name = notice.name();
                let title = self.context.text.string(&format!("alert-{name}"));
                let begin =
                    ["<div class=\"alert alert-", name, "\" role=\"note\">\n<p class=\"alert-title\">"];
                push_all(&mut self.out, &begin);
                escape::html(&mut self.out, &title);
                self.out.push_str("</p>\n");
            }
            Element::TitledAlert(notice) => {
                push_all(&mut self.out, &["<div class=\"alert alert-", notice.name(), "\" role=\"note\">\n"]);
            }
            Element::AlertTitle => self.begin_alert_title(),
            Element::Bullets => self.out.push_str("<ul>\n"),
            Element::Numbers(1) => self.out.push_str("<ol>\n"),
            Element::Numbers(first) => write_to(&mut self.out, format_args!("<ol start=\"{first}\">\n")),
            Element::TaskList(first) => {
                let heading = self.heading.filter(|_| self.tasks.is_empty());
                let heading = heading.map(|slice| (self.placement.prefix, self.body.str(slice)));
                open_tasks(&mut self.out, first, !self.tasks.is_empty(), heading);
                self.steps.push(first.filter(|first| *first != 1));
            }
            Element::Item => self.out.push_str("<li>"),
            Element::Task(id, branch, flags) => {
                self.open_task(self.body.task_anchor(id), branch, flags, None);
            }
            Element::TaskText => {
                let step = self.steps.last_mut().and_then(Option::as_mut);
                let number = step.map(|step| std::mem::replace(step, step.saturating_add(1)));
                self.begin_label(number);
            }
            Element::TaskHelp => {
                let Some(task) = self.tasks.last_mut() else { return };
                let is_first = !std::mem::replace(&mut task.is_explained, true);
                open_help(&mut self.out, self.placement, task.id, is_first);
            }
            Element::CodeBlock(number) => self.begin_code(number),
            Element::Table | Element::TableHead | Element::TableRow | Element::TableCell(_) => {
                self.begin_table(element);
            }
            // Tags that are shown as text are no blocks.
            Element::Alternatives if self.context.allows_html(true) => {
                self.out.push_str("<div class=\"tabs\">\n");
            }
            Element::Alternatives => {}
            Element::Figure => self.out.push_str("<figure>\n"),
            Element::Caption => self.out.push_str("\n<figcaption>"),
            Element::Definitions => self.out.push_str("<dl>\n"),
            Element::DefinitionTerm => self.out.push_str("<dt>"),
            Element::Definition => self.out.push_str("<dd>"),
            Element::Footnote(_) => self.before_footnote.push(std::mem::take(&mut self.out)),
            Element::Emphasis => self.out.push_str("<em>"),
            Element::Strong => self.out.push_str("<strong>"),
            Element::Strike => self.out.push_str("<del>"),
            Element::Link(target) => self.open_link(target),
            Element::Banner => {
                self.out.push_str("<p class=\"who\"><span class=\"who-label\">");
                escape::html(&mut self.out, &self.context.text.string("who"));
                self.out.push_str("</span> ");
            }
            Element::Cards => self.out.push_str("<ul class=\"cards\">\n"),
            Element::Dated(until) => {
                if self.is_past(until) {
                    let title = self.context.text.outdated(until);
                    self.out.push_str("<div class=\"outdated\">\n<p class=\"outdated-title\">");
                    escape::html(&mut self.out, &title);
                    self.out.push_str("</p>\n");
                }
            }
        }
    }

    /// Begins the title of a callout with its kind, which others see by its colour and its icon.
    fn begin_alert_title(&mut self) {
        let notice = self.open.iter().rev().find_map(|element| match element {
            Element::TitledAlert(notice) => Some(notice.name()),
            _ => None,
        });
        let kind = self.context.text.string(&format!("alert-{}", notice.unwrap_or("note")));
        let kind = self.context.text.string_with("alert-kind", &[("kind", kind.as_str().into())]);
        self.out.push_str("<p class=\"alert-title\"><span class=\"visually-hidden\">");
        escape::html(&mut self.out, &kind);
        self.out.push_str("</span> <span>");
    }

    /// Whether the day of the build is after a day.
    fn is_past(&self, until: Date) -> bool {
        self.input.and_then(|input| input.today).is_some_and(|today| today > until)
    }

    pub(super) fn end(&mut self) {
        let Some(element) = self.open.pop() else { return };
        if matches!(element, Element::TaskList(_)) {
            self.steps.pop();
        }
        let text = match element {
            Element::Paragraph | Element::Banner => "</p>\n",
            Element::AlertTitle => "</span></p>\n",
            Element::Heading(level, _) => {
                self.no_terms_depth -= 1;
                let level = (level + self.placement.shift).min(6);
                return push_all(&mut self.out, &["</", HEADINGS[usize::from(level)], ">\n"]);
            }
            Element::Quote => "</blockquote>\n",
            Element::Alert(_) | Element::TitledAlert(_) | Element::TaskHelp => "</div>\n",
            Element::Bullets | Element::Cards => "</ul>\n",
            Element::Numbers(_) => "</ol>\n",
            Element::TaskList(first) => {
                let in_group = self.heading.is_some() && self.tasks.is_empty();
                return close_tasks(&mut self.out, first, in_group);
            }
            Element::Item => "</li>\n",
            Element::Task(..) => {
                self.tasks.pop();
                "</li>\n"
            }
            Element::TaskText => return self.end_label(),
            Element::CodeBlock(..) => return self.end_code(),
            Element::Table => {
                let body = if self.table_rows > 0 { "</tbody>" } else { "" };
                return push_all(&mut self.out, &[body, "</table></div>\n"]);
            }
            Element::TableHead => {
                self.in_table_head = false;
                "</tr></thead>\n"
            }
            Element::TableRow => "</tr>\n",
            Element::TableCell(_) => {
                if self.in_table_head {
                    "</th>"
                } else {
                    "</td>"
                }
            }
            Element::Alternatives if self.context.allows_html(true) => "\n</div>\n",
            Element::Alternatives => "",
            Element::Figure => "</figure>\n",
            Element::Caption => "</figcaption>\n",
            Element::Definitions => "</dl>\n",
            Element::DefinitionTerm => "</dt>\n",
            Element::Definition => "</dd>\n",
            Element::Footnote(label) => {
                let before = self.before_footnote.pop().unwrap_or_default();
                let text = std::mem::replace(&mut self.out, before);
                self.footnote_texts.push((self.body.str(label).to_owned(), text));
                return;
            }
            Element::Emphasis => "</em>",
            Element::Strong => "</strong>",
            Element::Strike => "</del>",
            Element::Link(target) => return self.close_link(target),
            Element::Dated(until) => {
                if !self.is_past(until) {
                    return;
                }
                "</div>\n"
            }
        };
        self.out.push_str(text);
    }
}
