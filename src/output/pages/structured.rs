//! What a page tells search engines about itself, as JSON-LD in the terms of schema.org: the trail to it, and on the page of
//! contacts whom to reach. Both need the address of the site.
use super::frame::PageFrame;
use crate::model::SheetContact;
use crate::output::shared::context::SiteContext;
use serde_json::{Value, json};

impl PageFrame {
    /// The objects of the page as text for a `script` element; none where there is nothing to tell.
    pub(super) fn structured(&self, context: &SiteContext) -> Option<String> {
        let base = context.addresses.base_url.as_deref().filter(|_| !self.is_unsearched)?;
        let trail = (!self.breadcrumb.is_empty()).then(|| self.trail(context)).flatten();
        let publisher = (!self.contact_points.is_empty()).then(|| self.publisher(context, base));
        let objects: Vec<Value> = trail.into_iter().chain(publisher).collect();
        if objects.is_empty() {
            return None;
        }
        let all = json!({ "@context": "https://schema.org", "@graph": objects });
        // Nothing of it may end the element or look like HTML.
        Some(all.to_string().replace('<', "\\u003c").replace('&', "\\u0026"))
    }

    fn trail(&self, context: &SiteContext) -> Option<Value> {
        let above = self.breadcrumb.iter().map(|nav| (&nav.title, &nav.url));
        let all = above.chain([(&self.title, &self.url)]);
        let items: Option<Vec<Value>> = (1..)
            .zip(all)
            .map(|(position, (title, url))| {
                let item = context.addresses.absolute(url)?;
                let name = context.text.typeset(title);
                Some(json!({ "@type": "ListItem", "position": position, "name": name, "item": item }))
            })
            .collect();
        Some(json!({ "@type": "BreadcrumbList", "itemListElement": items? }))
    }

    fn publisher(&self, context: &SiteContext, base: &str) -> Value {
        let name = context.publisher.as_deref().unwrap_or(&context.title);
        let points: Vec<Value> = self.contact_points.iter().map(point).collect();
        json!({
            "@type": "Organization",
            "name": context.text.typeset(name),
            "url": base,
            "contactPoint": points,
        })
    }
}

fn point(contact: &SheetContact) -> Value {
    let mut point = json!({ "@type": "ContactPoint", "name": contact.name });
    let need = Some(&contact.need).filter(|need| !need.is_empty()).cloned();
    let phone = contact.phone.as_ref().map(|(_, href)| href.trim_start_matches("tel:").to_owned());
    let parts = [
        ("contactType", need),
        ("telephone", phone),
        ("email", contact.email.clone()),
        ("url", contact.url.clone()),
    ];
    for (key, value) in parts {
        if let Some(value) = value {
            point[key] = value.into();
        }
    }
    point
}
