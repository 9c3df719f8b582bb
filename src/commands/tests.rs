//! The command line as a whole.
use super::*;
use clap::CommandFactory as _;

#[test]
fn the_command_line_is_well_formed() {
    Arguments::command().debug_assert();
}

#[test]
fn options_may_stand_after_the_verb() {
    let parsed = Arguments::try_parse_from(["jalon", "build", "--strict", "--today", "2026-11-23"]).unwrap();
    assert!(parsed.global.strict);
    assert_eq!(parsed.global.today.unwrap().to_string(), "2026-11-23");
    let slip = Arguments::try_parse_from(["jalon", "build", "--today", "2026-06-31"]).unwrap_err();
    assert!(slip.to_string().contains("a day of the calendar"));
}
