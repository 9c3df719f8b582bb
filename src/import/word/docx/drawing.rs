//! Pictures, text boxes and other objects.
use super::reader::{DocxLine, DocxReader};
use crate::import::rich::{RichContent, RichPicture, RichRun};
use crate::import::word::finding::WordFindingKind;
use crate::import::word::xml::XmlElement;

impl DocxReader<'_> {
    /// Reads a drawing: its pictures, text boxes and objects in their order.
    pub(super) fn drawing(&mut self, element: &XmlElement, line: &mut DocxLine) {
        let frame = element.descendant("wp:docPr");
        let is_decorative = element.descendant("adec:decorative").is_some_and(|mark| {
            matches!(mark.attribute("adec:val").or(mark.attribute("val")), Some("1" | "true"))
        });
        let alt = frame.and_then(alt_of).or_else(|| {
            let shape = element.elements().find(|child| child.attribute("alt").is_some());
            shape.and_then(|shape| shape.attribute("alt")).map(str::to_owned)
        });
        let before = line.runs.len();
        self.drawn(element, alt.as_deref(), is_decorative, line);
        // A drawing of shapes alone has no picture that its description could belong to.
        let is_shape = line.runs.len() == before && element.descendant("a:graphicData").is_some();
        let has_picture = element.descendant("pic:pic").is_some();
        if let Some(alt) = alt.filter(|_| is_shape && !is_decorative && !has_picture) {
            self.text.tell(WordFindingKind::ObjectLeftOut, alt);
        }
    }

    fn drawn(&mut self, parent: &XmlElement, alt: Option<&str>, is_decorative: bool, line: &mut DocxLine) {
        for child in parent.elements() {
            match &*child.name {
                "pic:pic" => {
                    let own = child.descendant("pic:cNvPr").and_then(alt_of);
                    let vector = child.descendant("asvg:svgBlip").and_then(|blip| blip.attribute("r:embed"));
                    let pixels = child.descendant("a:blip");
                    let pixels =
                        pixels.and_then(|blip| blip.attribute("r:embed").or(blip.attribute("r:link")));
                    if let Some(id) = vector.or(pixels) {
                        self.picture(id, alt.or(own.as_deref()), is_decorative, line);
                    }
                }
                "v:imagedata" => {
                    if let Some(id) = child.attribute("r:id").or(child.attribute("r:link")) {
                        self.picture(id, alt.or(child.attribute("o:title")), is_decorative, line);
                    }
                }
                "w:txbxContent" => {
                    let fields = std::mem::take(&mut self.fields);
                    let blocks = self.blocks(child);
                    self.fields = fields;
                    line.framed.push(blocks);
                }
                "c:chart" => self.object("c:chart", child.attribute("r:id")),
                "dgm:relIds" => self.object("dgm", child.attribute("r:dm")),
                "w:control" => {
                    let target = child.attribute("r:id").and_then(|id| self.relations.get(id));
                    let check = target.and_then(|relation| self.parts.checks.get(&relation.target));
                    if let Some(is_ticked) = check {
                        self.push(line, RichRun::plain(RichContent::Check(*is_ticked)));
                    } else {
                        let name = child.attribute("w:name").unwrap_or("ActiveX");
                        self.text.tell(WordFindingKind::ObjectLeftOut, name);
                    }
                }
                "o:OLEObject" => {
                    let program = child.attribute("ProgID").unwrap_or("OLE");
                    self.text.tell(WordFindingKind::ObjectLeftOut, program);
                }
                "mc:AlternateContent" => {
                    if let Some(choice) = child.elements().next() {
                        self.drawn(choice, alt, is_decorative, line);
                    }
                }
                _ => self.drawn(child, alt.or(child.attribute("alt")), is_decorative, line),
            }
        }
    }

    /// Tells a chart or a drawing with its text.
    fn object(&mut self, name: &str, id: Option<&str>) {
        let target = id.and_then(|id| self.relations.get(id)).map(|relation| relation.target.as_str());
        let text = target.and_then(|target| self.parts.objects.get(target)).map_or("", String::as_str);
        let name = if name == "dgm" { "SmartArt" } else { "Chart" };
        self.text.tell(WordFindingKind::ObjectLeftOut, format!("{name}: {text}"));
    }

    fn picture(&mut self, id: &str, alt: Option<&str>, is_decorative: bool, line: &mut DocxLine) {
        let Some(relation) = self.relations.get(id).cloned() else {
            return self.text.tell(WordFindingKind::PictureMissing, alt.unwrap_or(id));
        };
        if is_decorative {
            return self.text.tell(WordFindingKind::PictureDecorative, relation.target);
        }
        if relation.is_external {
            self.text.tell(WordFindingKind::PictureMissing, relation.target.as_str());
            if relation.target.starts_with("http") {
                let text = alt.unwrap_or(&relation.target).to_owned();
                let link = Some(relation.target.as_str().into());
                line.runs.push(RichRun { link, ..RichRun::text(text) });
            }
            return;
        }
        let alt = alt.unwrap_or_default().to_owned();
        let picture = RichPicture { target: relation.target, alt, caption: String::new() };
        self.push(line, RichRun::plain(RichContent::Picture(picture)));
    }
}

/// The alternative text of a frame.
fn alt_of(frame: &XmlElement) -> Option<String> {
    let texts = [frame.attribute("descr"), frame.attribute("title")];
    let text = texts.into_iter().flatten().map(str::trim).find(|text| !text.is_empty())?;
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}
