// How the board pack is set, in Typst: A4 landscape, six pages and an appendix. It takes all texts from data.json, where
// nothing is markup, and all drawings from files beside it, each with what it says in words.

/** The source of the pack. */
export const packTemplate = String.raw`
#let d = json("data.json")
#let w = d.words
#let ink = rgb("#16202a")
#let quiet = rgb("#4d5b69")
#let hair = rgb("#c3ccd4")
#let ground = rgb("#f4f6f7")

#set document(title: d.title, author: d.organisation, date: none)
#set page(
  paper: "a4", flipped: true, margin: (x: 14mm, top: 12mm, bottom: 15mm),
  footer: context [
    #set text(8pt, fill: quiet)
    #d.organisation · #d.footer #h(1fr) #counter(page).display("1 / 1", both: true)
  ],
)
#set text(font: "Inter", size: 9pt, fill: ink, lang: d.language)
#set par(leading: 0.55em, spacing: 0.8em)
#show heading.where(level: 1): it => block(above: 9pt, below: 9pt, text(19pt, weight: 700, it.body))
#show heading.where(level: 2): it => block(above: 13pt, below: 6pt, text(12pt, weight: 600, it.body))
#show heading.where(level: 3): it => block(above: 4pt, below: 4pt, text(9pt, weight: 600, fill: quiet, it.body))
#set table(stroke: (x, y) => (bottom: 0.5pt + hair), inset: (x: 5pt, y: 3.6pt), align: left + horizon)
#show table.cell.where(y: 0): set text(8pt, weight: 600, fill: quiet)

#let sentence(body) = text(fill: quiet, body)
#let drawn(one, ..size) = image(one.file, alt: one.alt, ..size)
#let wide(one) = if one.tall { align(center, drawn(one, width: 100%, height: 140mm, fit: "contain")) } else { drawn(one, width: 100%) }
#let rows(columns, head, list) = table(
  columns: columns, table.header(..head.map(one => [#one])), ..list.flatten().map(one => [#one]),
)

#text(8.5pt, fill: quiet, d.title)
= #d.headline
#sentence(d.completeness) #if d.incomplete != "" [ · #strong(d.incomplete)]

#grid(
  columns: (1fr, 1fr, 0.8fr), gutter: 8pt,
  ..((w.coverage, d.coverage, d.drawings.coverage), (w.alignment, d.alignment, d.drawings.alignment)).map(((name, figure, line)) =>
    block(stroke: 0.5pt + hair, radius: 3pt, inset: 8pt, width: 100%, height: 40mm)[
      #block(above: 0pt, heading(level: 2)[#text(9pt, fill: quiet, name)])
      #grid(columns: (auto, 1fr), gutter: 10pt, text(22pt, weight: 700, figure.value), align(right, drawn(line, width: 58mm)))
      #text(8pt, fill: quiet, figure.note)
    ]
  ),
  block(stroke: 0.5pt + hair, radius: 3pt, inset: 8pt, width: 100%, height: 40mm)[
    #block(above: 0pt, heading(level: 2)[#text(9pt, fill: quiet, w.watched)])
    #for (name, value) in d.watched [#name #h(1fr) *#value* \ ]
  ],
)

== #w.standings
#sentence(d.standingsSentence)
#table(
  columns: (1fr, 28mm, 36mm, 25mm, 22mm, 25mm, 60mm),
  table.header([#w.outcome], [#w.eight], [#w.reached / #w.target], [#w.reached], [#w.target], [#w.before], [#w.status]),
  ..d.standings.map(one => {
    let (name, now, target, before, status) = one.cells
    if "line" in one {
      ([#name], drawn(one.line, width: 25mm), drawn(one.bullet, width: 33mm), [*#now*], [#target], [#before], [#status])
    } else { ([#name], table.cell(colspan: 6)[#now]) }
  }).flatten(),
)
#sentence(d.moreStandings)

#if d.actions.len() > 0 [
  == #w.actions
  #rows((1fr, 38mm, 42mm, 24mm, 44mm), (w.action, w.owner, w.department, w.decidedIn, w.due), d.actions)
  #sentence(d.moreActions)
]

== #w.decisions
#sentence(d.waived)
#if d.decisions.len() == 0 [#w.decisionsNone] else {
  rows((18mm, 1fr, 42mm, 24mm, 26mm), (w.level, w.finding, w.department, w.since, w.state), d.decisions)
}
#sentence(d.moreDecisions)

#block(breakable: false)[
  == #w.heat
  #sentence(d.heatSentence)
  #wide(d.drawings.heat)
  #sentence(w.heatLegend)
]

#block(breakable: false)[
  == #w.map
  #sentence(d.mapSentence)
  #wide(d.drawings.map)
  #sentence(d.mapLegend)
]

== #w.changes
#if d.changes.len() == 0 [#w.changesNone] else {
  rows((62mm, 1fr, 62mm, 56mm), (w.kpi, w.change, w.when, w.reason), d.changes)
}
#sentence(d.moreChanges)
#if d.questions.len() > 0 [
  == #w.questions
  #sentence(d.questionsSentence)
  #rows((1fr, 24mm, 1fr), (w.question, w.answer, w.why), d.questions)
]

#if d.impact.rows.len() > 0 [
  == #w.impact
  #sentence(d.impact.sentence)
  #rows((1fr, 40mm, 40mm), (w.department, w.impactValue, w.impactTold), d.impact.rows)
]

#metadata("appendix") <appendix>
#pagebreak()
== #w.appendix
=== #w.history
#rows((1fr, 1fr, 1fr, 1fr, 1fr, 1fr), (w.quarter, w.coverage, w.alignment, w.clocked, w.resting, w.siloed), d.appendix.history)
=== #w.standings
#rows((1fr, 30mm, 30mm, 30mm, 76mm), (w.outcome, w.reached, w.target, w.before, w.status), d.appendix.standings)
=== #w.departments
#rows((1fr, 30mm, 20mm, 40mm, 50mm), (w.department, w.submission, w.kpis, w.coverage, w.findings), d.appendix.departments)
`;
