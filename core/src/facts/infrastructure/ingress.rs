//! Who may connect: security groups, network ACLs, network security groups and firewalls in one form.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::model::{Text, cidr};

use super::{Resource, Source};

/// Connections that are let in.
#[derive(Debug, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ingress {
    /// The resource that lets them in.
    pub address: Text,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: Text,
    /// `aws`, `azure` or `gcp`.
    pub cloud: &'static str,
    /// `group` for rules of instances, `acl` for rules of networks.
    pub layer: &'static str,
    /// `tcp`, `udp`, `icmp`, … or `all`.
    pub protocol: Text,
    /// The ports; none for protocols without ports.
    pub ports: Vec<Ports>,
    /// Every port of a protocol with ports.
    pub all_ports: bool,
    /// Whether everybody may connect.
    pub public: Reach,
    /// The blocks from which connections are let in.
    pub blocks: Vec<Text>,
    /// The plan leaves the rule as it is.
    pub unchanged: bool,
    /// Where the resource stands.
    pub source: Source,
}

/// A range of ports, both ends included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Ports {
    /// The first port.
    pub from: i64,
    /// The last port.
    pub to: i64,
}

/// Whether everybody may connect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// The blocks together are (nearly) the whole address space.
    Yes,
    /// They are not.
    No,
    /// Some blocks will be known only after the plan is applied.
    Unknown,
}

/// A rule before rules with the same ports are put together.
#[derive(Default)]
struct Rule<'a> {
    protocol: String,
    ports: Vec<Ports>,
    blocks: Vec<&'a str>,
    unknown: bool,
    /// What the rule belongs to, where several rules make one set.
    group: String,
}

const ALL: Ports = Ports { from: 0, to: 65_535 };

/// All rules that let something in, sorted by address.
pub(super) fn facts(resources: &BTreeMap<Text, Vec<Resource>>) -> Vec<Ingress> {
    let mut out = Vec::new();
    for resource in resources.values().flatten() {
        let (cloud, layer, rules) = match resource.kind.as_str() {
            "aws_security_group" | "aws_default_security_group" => {
                ("aws", "group", inline(resource, "ingress", aws_inline))
            }
            "aws_security_group_rule" => ("aws", "group", aws_rule(resource)),
            "aws_vpc_security_group_ingress_rule" => ("aws", "group", aws_vpc_rule(resource)),
            "aws_network_acl" | "aws_default_network_acl" => ("aws", "acl", inline(resource, "ingress", acl_inline)),
            "aws_network_acl_rule" => ("aws", "acl", acl_rule(resource)),
            "azurerm_network_security_group" => ("azure", "group", inline(resource, "security_rule", azure)),
            "azurerm_network_security_rule" => {
                ("azure", "group", azure(&resource.after, resource).into_iter().collect())
            }
            "google_compute_firewall" => ("gcp", "group", gcp(resource)),
            _ => continue,
        };
        out.extend(rules.into_iter().map(|rule| (cloud, layer, resource, rule)));
    }
    united(out)
}

/// Rules of one group with the same protocol and ports let in what their blocks together let in.
fn united(rules: Vec<(&'static str, &'static str, &Resource, Rule<'_>)>) -> Vec<Ingress> {
    let mut blocks: BTreeMap<(String, String, Vec<Ports>), Vec<&str>> = BTreeMap::new();
    let key = |rule: &Rule<'_>| (rule.group.clone(), rule.protocol.clone(), rule.ports.clone());
    for (_, _, _, rule) in &rules {
        blocks.entry(key(rule)).or_default().extend(&rule.blocks);
    }
    let mut out: Vec<Ingress> = rules
        .iter()
        .map(|(cloud, layer, resource, rule)| {
            let together = blocks.get(&key(rule)).map(Vec::as_slice).unwrap_or_default();
            let public = match () {
                () if cidr::is_public(together.iter().copied()) => Reach::Yes,
                () if rule.unknown => Reach::Unknown,
                () => Reach::No,
            };
            let portless = !matches!(rule.protocol.as_str(), "tcp" | "udp" | "all" | "sctp");
            Ingress {
                address: resource.address.clone(),
                kind: resource.kind.clone(),
                cloud,
                layer,
                protocol: rule.protocol.as_str().into(),
                all_ports: !portless && rule.ports.iter().any(|p| p.from <= 1 && p.to >= 65_535),
                ports: if portless { Vec::new() } else { rule.ports.clone() },
                public,
                blocks: rule.blocks.iter().map(Text::new).collect(),
                unchanged: resource.unchanged,
                source: resource.source.clone(),
            }
        })
        .collect();
    out.sort_by(|a, b| {
        (&a.address, &a.protocol, &a.ports, &a.blocks).cmp(&(&b.address, &b.protocol, &b.ports, &b.blocks))
    });
    out
}

fn inline<'a>(
    resource: &'a Resource,
    attribute: &str,
    read: impl Fn(&'a Value, &'a Resource) -> Option<Rule<'a>>,
) -> Vec<Rule<'a>> {
    let listed = resource.after.get(attribute).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    listed.iter().filter_map(|rule| read(rule, resource)).collect()
}

/// `-1`, `all`, `any` and `*` are every protocol; numbers are IANA's.
fn protocol(value: Option<&Value>) -> String {
    let text = match value {
        Some(Value::String(text)) => text.to_ascii_lowercase(),
        Some(Value::Number(number)) => number.to_string(),
        _ => "all".to_owned(),
    };
    match text.as_str() {
        "-1" | "all" | "any" | "*" | "" => "all".to_owned(),
        "6" => "tcp".to_owned(),
        "17" => "udp".to_owned(),
        "1" | "icmpv6" | "58" => "icmp".to_owned(),
        _ => text,
    }
}

fn port(value: Option<&Value>) -> Option<i64> {
    match value? {
        Value::Number(number) => number.as_i64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

fn ports(rule: &Value, protocol: &str) -> Vec<Ports> {
    if protocol == "all" {
        return vec![ALL];
    }
    match (port(rule.get("from_port")), port(rule.get("to_port"))) {
        (Some(-1), _) => vec![ALL],
        (Some(from), Some(to)) => vec![Ports { from, to }],
        (Some(from), None) => vec![Ports { from, to: from }],
        _ => vec![ALL],
    }
}

fn texts<'a>(rule: &'a Value, names: &[&str]) -> Vec<&'a str> {
    let values = names.iter().filter_map(|name| rule.get(*name));
    let mut out = Vec::new();
    for value in values {
        match value {
            Value::String(text) => out.push(text.as_str()),
            Value::Array(items) => out.extend(items.iter().filter_map(Value::as_str)),
            _ => {}
        }
    }
    out
}

fn is_unknown(resource: &Resource, names: &[&str]) -> bool {
    resource.unknown.iter().any(|path| names.iter().any(|name| path == name || path.ends_with(&format!(".{name}"))))
}

const AWS_BLOCKS: [&str; 2] = ["cidr_blocks", "ipv6_cidr_blocks"];

fn aws_inline<'a>(rule: &'a Value, resource: &'a Resource) -> Option<Rule<'a>> {
    let protocol = protocol(rule.get("protocol"));
    Some(Rule {
        ports: ports(rule, &protocol),
        protocol,
        blocks: texts(rule, &AWS_BLOCKS),
        unknown: is_unknown(resource, &AWS_BLOCKS) || is_unknown(resource, &["ingress"]),
        group: resource.address.to_string(),
    })
}

/// The group that a separate rule belongs to: its literal id, the resource it refers to, or itself.
fn group(resource: &Resource, attribute: &str) -> String {
    let literal = resource.after.get(attribute).and_then(Value::as_str).map(str::to_owned);
    let referred = || resource.references.get(attribute).and_then(|list| list.first()).map(ToString::to_string);
    literal.or_else(referred).unwrap_or_else(|| resource.address.to_string())
}

fn aws_rule(resource: &Resource) -> Vec<Rule<'_>> {
    if resource.after.get("type").and_then(Value::as_str) != Some("ingress") {
        return Vec::new();
    }
    let rule = aws_inline(&resource.after, resource);
    rule.map(|rule| Rule { group: group(resource, "security_group_id"), ..rule }).into_iter().collect()
}

fn aws_vpc_rule(resource: &Resource) -> Vec<Rule<'_>> {
    const BLOCKS: [&str; 2] = ["cidr_ipv4", "cidr_ipv6"];
    let protocol = protocol(resource.after.get("ip_protocol"));
    vec![Rule {
        ports: ports(&resource.after, &protocol),
        protocol,
        blocks: texts(&resource.after, &BLOCKS),
        unknown: is_unknown(resource, &BLOCKS),
        group: group(resource, "security_group_id"),
    }]
}

const ACL_BLOCKS: [&str; 2] = ["cidr_block", "ipv6_cidr_block"];

fn allows(rule: &Value, action: &str) -> bool {
    rule.get(action).and_then(Value::as_str).is_some_and(|a| a.eq_ignore_ascii_case("allow"))
}

fn acl_inline<'a>(rule: &'a Value, resource: &'a Resource) -> Option<Rule<'a>> {
    if !allows(rule, "action") {
        return None;
    }
    let protocol = protocol(rule.get("protocol"));
    Some(Rule {
        ports: ports(rule, &protocol),
        protocol,
        blocks: texts(rule, &ACL_BLOCKS),
        unknown: is_unknown(resource, &ACL_BLOCKS),
        group: resource.address.to_string(),
    })
}

fn acl_rule(resource: &Resource) -> Vec<Rule<'_>> {
    let after = &resource.after;
    if after.get("egress").and_then(Value::as_bool) == Some(true) || !allows(after, "rule_action") {
        return Vec::new();
    }
    let protocol = protocol(after.get("protocol"));
    vec![Rule {
        ports: ports(after, &protocol),
        protocol,
        blocks: texts(after, &ACL_BLOCKS),
        unknown: is_unknown(resource, &ACL_BLOCKS),
        group: group(resource, "network_acl_id"),
    }]
}

fn azure<'a>(rule: &'a Value, resource: &'a Resource) -> Option<Rule<'a>> {
    let is = |name: &str, wanted: &str| {
        rule.get(name).and_then(Value::as_str).is_some_and(|v| v.eq_ignore_ascii_case(wanted))
    };
    if !is("direction", "Inbound") || !is("access", "Allow") {
        return None;
    }
    let sources = ["source_address_prefix", "source_address_prefixes"];
    let blocks = texts(rule, &sources).into_iter().map(|source| match source.to_ascii_lowercase().as_str() {
        "*" | "internet" | "any" => "0.0.0.0/0",
        _ => source,
    });
    Some(Rule {
        protocol: protocol(rule.get("protocol")),
        ports: texts(rule, &["destination_port_range", "destination_port_ranges"])
            .into_iter()
            .filter_map(range)
            .collect(),
        blocks: blocks.collect(),
        unknown: is_unknown(resource, &sources),
        group: resource.address.to_string(),
    })
}

/// `22`, `20-25`, `*`.
fn range(text: &str) -> Option<Ports> {
    if text == "*" {
        return Some(ALL);
    }
    let (from, to) = text.split_once('-').unwrap_or((text, text));
    Some(Ports { from: from.trim().parse().ok()?, to: to.trim().parse().ok()? })
}

fn gcp(resource: &Resource) -> Vec<Rule<'_>> {
    let after = &resource.after;
    let text = |name: &str| after.get(name).and_then(Value::as_str);
    let outward = text("direction").is_some_and(|d| !d.eq_ignore_ascii_case("INGRESS"));
    if outward || after.get("disabled").and_then(Value::as_bool) == Some(true) {
        return Vec::new();
    }
    let mut blocks = texts(after, &["source_ranges"]);
    let restricted = ["source_tags", "source_service_accounts"].iter().any(|name| !texts(after, &[name]).is_empty());
    let unknown = is_unknown(resource, &["source_ranges"]);
    if blocks.is_empty() && !restricted && !unknown {
        // Without any source a rule lets in everybody.
        blocks.push("0.0.0.0/0");
    }
    let allowed = after.get("allow").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let rule = |allow: &Value| {
        let listed: Vec<Ports> = texts(allow, &["ports"]).into_iter().filter_map(range).collect();
        Rule {
            protocol: protocol(allow.get("protocol")),
            ports: if listed.is_empty() { vec![ALL] } else { listed },
            blocks: blocks.clone(),
            unknown,
            group: resource.address.to_string(),
        }
    };
    allowed.iter().map(rule).collect()
}
