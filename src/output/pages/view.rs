//! What templates call `page`.
use super::frame::PageFrame;
use crate::model::{Anchor, Date, EntryKey, Noted, PageUrl};
use crate::output::shared::address::RelativeTo;
use crate::output::shared::context::{LinkView, SiteContext};
use crate::output::theme::template::{self, TemplateValue};
use crate::text::escape::to_html as escaped;
use crate::text::percent;
use serde::Serialize;
use std::borrow::Cow;

#[derive(Serialize)]
struct HeadingView<'a> {
    level: u8,
    anchor: &'a str,
    title: Cow<'a, str>,
}

#[derive(Serialize)]
struct ChildView<'a> {
    title: Cow<'a, str>,
    href: String,
    description: Option<Cow<'a, str>>,
}

impl PageFrame {
    /// What templates call `page`.
    pub(super) fn view(&self, context: &SiteContext, body: &str) -> Noted<TemplateValue> {
        let from = context.addresses.relative_to(&self.url);
        let link = |nav| context.link(from, nav);
        let text = |text: &Option<String>| text.as_deref().map(|text| context.text.typeset(text)).into();
        let title = context.text.typeset(&self.title);
        let site_title = context.text.typeset(&context.title);
        let name = context.text.typeset(&self.name);
        let head_title = if self.kind == "home" || name == site_title {
            name.into_owned()
        } else {
            format!("{name} – {site_title}")
        };
        let canonical = context
            .addresses
            .absolute(&self.url)
            .filter(|_| !matches!(self.kind, "not-found" | "withdrawn" | "gone"));
        let menu = self.menu.view(&self.url, context, from);
        let page = template::map(&[
            ("kind", self.kind.into()),
            ("head_title", head_title.into()),
            ("title", title.into()),
            ("description", text(&self.description)),
            (
                "summary",
                template::list(self.summary.iter().map(|line| escaped(&context.text.typeset(line)).into())),
            ),
            ("canonical", canonical.into()),
            (
                "social_card",
                self.social_card.as_ref().and_then(|file| context.addresses.absolute_file(file)).into(),
            ),
            ("noindex", self.is_unsearched.into()),
            ("contents", self.contents_view(context)),
            ("breadcrumb", template::value(&self.breadcrumb.iter().map(link).collect::<Vec<_>>())),
            ("previous", template::value(&self.previous.as_ref().map(link))),
            ("next", template::value(&self.next.as_ref().map(link))),
            ("step", self.step.as_ref().map(|step| step.view(context, from)).into()),
            (
                "steps",
                template::list(
                    self.stages.iter().enumerate().map(|(at, stage)| stage.view(at, context, from)),
                ),
            ),
            ("children", self.children_view(context, from)),
            ("roles", template::list(self.roles.iter().filter_map(|key| role_view(key, context, from)))),
            ("edit_href", self.edit_href(context).into()),
            ("report_href", self.report_href(context).into()),
            ("reviewed", self.reviewed_view(context)),
            ("published", self.published.map(|day| day_view(context, day, false)).into()),
            ("structured", self.structured(context).map(|text| template::html(&text)).into()),
            ("owner", self.owner_view(context, from)),
            ("body", template::html(body)),
            ("menu", menu.value),
            ("downloads", self.checklists.downloads(context, from)),
            ("contacts", self.checklists.contacts()),
            ("first_contact", self.checklists.first_contact(&self.carded, self.kind == "role")),
            ("has_code", self.has_code.into()),
            ("has_tabs", self.has_tabs.into()),
            ("checklists", self.checklists.view(context, from)),
        ]);
        Noted { value: page, diagnostics: menu.diagnostics }
    }

    fn contents_view(&self, context: &SiteContext) -> TemplateValue {
        let views = self.contents.iter().map(|(level, anchor, title)| HeadingView {
            level: *level,
            anchor: anchor.as_str(),
            title: context.text.typeset(title),
        });
        template::value(&views.collect::<Vec<_>>())
    }

    fn children_view(&self, context: &SiteContext, from: RelativeTo<'_>) -> TemplateValue {
        let views = self.children.iter().map(|(nav, description)| {
            let LinkView { title, href } = context.link(from, nav);
            ChildView {
                title,
                href,
                description: description.as_deref().map(|text| context.text.typeset(text)),
            }
        });
        template::value(&views.collect::<Vec<_>>())
    }

    fn reviewed_view(&self, context: &SiteContext) -> TemplateValue {
        self.reviewed.map(|(day, overdue)| day_view(context, day, overdue)).into()
    }

    fn owner_view(&self, context: &SiteContext, from: RelativeTo<'_>) -> TemplateValue {
        let owner = self.owner.as_ref();
        let view = |(name, url, anchor): &(String, PageUrl, Anchor)| {
            template::map(&[
                ("name", context.text.typeset(name).into()),
                ("href", from.page(url, Some(anchor)).into()),
            ])
        };
        owner.map(view).into()
    }

    fn edit_href(&self, context: &SiteContext) -> Option<String> {
        let template = context.edit_url.as_deref()?;
        let path = percent::encode(self.source.as_deref()?, percent::PATH).to_string();
        Some(if template.contains("{path}") {
            template.replace("{path}", &path)
        } else {
            format!("{template}{path}")
        })
    }

    /// Where readers report errors: a web address, or a mail with the page's name and address.
    fn report_href(&self, context: &SiteContext) -> Option<String> {
        let to = context.report_to.as_deref()?;
        if to.contains("://") {
            return Some(to.to_owned());
        }
        let subject = context.text.string_with("report-subject", &[("page", self.title.as_str().into())]);
        let address = context.addresses.absolute(&self.url).unwrap_or_else(|| self.url.to_string());
        Some(format!(
            "mailto:{to}?subject={}&body={}",
            percent::encode(&subject, percent::COMPONENT),
            percent::encode(&address, percent::COMPONENT)
        ))
    }
}

fn day_view(context: &SiteContext, day: Date, overdue: bool) -> TemplateValue {
    template::map(&[
        ("iso", day.to_string().into()),
        ("words", context.text.day(day).into()),
        ("overdue", overdue.into()),
    ])
}

fn role_view(key: &EntryKey, context: &SiteContext, from: RelativeTo<'_>) -> Option<TemplateValue> {
    let role = context.roles.get(key)?;
    let href = from.page(role.url.as_ref()?, None);
    let name = context.text.typeset(&role.name);
    Some(template::map(&[("name", name.into()), ("href", href.into()), ("number", role.number.into())]))
}
