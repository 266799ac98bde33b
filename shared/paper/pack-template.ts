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
#show heading.where(level: 2): it => block(above: 12pt, below: 6pt, sticky: true, text(12pt, weight: 600, it.body))
#show heading.where(level: 3): it => block(above: 9pt, below: 4pt, sticky: true, text(9pt, weight: 600, fill: quiet, it.body))
#set table(stroke: (x, y) => (bottom: 0.5pt + hair), inset: (x: 5pt, y: 3.6pt), align: left + horizon)
#show table.cell.where(y: 0): set text(8pt, weight: 600, fill: quiet)

#let sentence(body) = if body != "" { text(fill: quiet, body) }
#let note(body) = if body != "" { text(8pt, fill: quiet, body) }
#let spoken(body) = block(above: 3pt, below: 0pt, inset: (left: 5pt), stroke: (left: 1.5pt + hair), text(8pt, style: "italic", fill: quiet, body))
#let drawn(one, ..size) = image(one.file, alt: one.alt, ..size)
#let wide(one) = if one.tall { align(center, drawn(one, width: 100%, height: 146mm, fit: "contain")) } else { drawn(one, width: 100%) }
#let rows(columns, head, list) = table(
  columns: columns, table.header(..head.map(one => [#one])), ..list.flatten().map(one => [#one]),
)
#let mark(level) = box(baseline: 0.5pt, width: 7pt, height: 7pt, {
  if level == "error" { polygon(fill: ink, (3.5pt, 0pt), (7pt, 3.5pt), (3.5pt, 7pt), (0pt, 3.5pt)) }
  else if level == "warning" { polygon(stroke: 1pt + ink, (3.5pt, 0.7pt), (6.6pt, 6.3pt), (0.4pt, 6.3pt)) }
  else { circle(radius: 2.8pt, stroke: 1pt + quiet) }
})
#let findings(columns, head, list) = table(
  columns: columns, table.header(..head.map(one => [#one])),
  ..list.map(one => {
    let (level, text, department, since, state) = one.cells
    ([#mark(one.level) #h(2pt) #level], [#text #if one.said != "" { spoken(one.said) }], [#department], [#since], [#state])
  }).flatten(),
)
#let card(name, body) = block(stroke: 0.5pt + hair, radius: 3pt, inset: 8pt, width: 100%, height: 37mm)[
  #block(above: 0pt, below: 5pt, heading(level: 2)[#text(9pt, fill: quiet, name)])
  #body
]

#text(8.5pt, fill: quiet, d.title)
= #d.headline
#sentence(d.completeness) #if d.incomplete != "" [ · #strong(d.incomplete)]

#grid(
  columns: (1fr, 1fr, 0.8fr), gutter: 8pt,
  ..((w.coverage, d.coverage, d.drawings.coverage), (w.alignment, d.alignment, d.drawings.alignment)).map(((name, figure, line)) =>
    card(name)[
      #grid(columns: (auto, 1fr), gutter: 10pt, text(22pt, weight: 700, figure.value), align(right, drawn(line, width: 52mm)))
      #place(bottom, note(figure.note))
    ]
  ),
  card(w.watched)[
    #table(columns: (1fr, auto), stroke: none, inset: (x: 0pt, y: 2.6pt), align: (left, right), ..d.watched.map(((name, value)) => (text(9pt, fill: ink, weight: 400, name), text(9pt, fill: ink, weight: 700, value))).flatten())
  ],
)
#if d.said.text != "" [
  #block(above: 9pt, inset: (left: 8pt, y: 1pt), stroke: (left: 2pt + ink))[
    #d.said.text \
    #note[#w.said · #d.said.by #if d.said.whole != "" [ · #d.said.whole]]
  ]
]

#if d.actions.len() > 0 [
  == #w.actions
  #rows((1fr, 34mm, 40mm, 44mm, 42mm), (w.action, w.owner, w.department, w.decidedIn, w.due), d.actions)
  #sentence(d.moreActions)
]

== #w.decisions
#if d.decisions.len() == 0 [#w.decisionsNone] else {
  findings((20mm, 1fr, 60mm, 18mm, 30mm), (w.level, w.finding, [#w.department · #w.owner], w.since, w.state), d.decisions)
}
#sentence(d.moreDecisions)

#if d.waived != "" [
  == #w.waivers
  #sentence(d.waived)
  #if d.waivers.len() > 0 {
    findings((20mm, 1fr, 60mm, 18mm, 30mm), (w.level, w.finding, [#w.department · #w.owner], w.since, w.state), d.waivers)
  }
  #sentence(d.moreWaivers)
]

#if d.since != none [
  #block(breakable: false)[
    == #d.since.title
    #sentence(d.since.sentence)
    #let told(group) = [
      === #group.title
      #list(spacing: 5pt, marker: text(fill: quiet)[–], ..group.lines.map(one => [#text(8.5pt, one)]))
      #note(group.more)
    ]
    #grid(columns: (1fr, 1fr), column-gutter: 14pt, row-gutter: 4pt, ..d.since.groups.map(told))
  ]
]

#block(breakable: false)[
  == #w.standings
  #sentence(d.standingsSentence)
  #table(
    columns: (1fr, 28mm, 36mm, 25mm, 25mm, 25mm, 62mm),
    table.header([#w.outcome], [#w.eight], [#w.bullet], [#w.reached], [#w.target], [#w.before], [#w.status]),
    ..d.standings.map(one => {
      let (name, now, target, before, status) = one.cells
      let said = [#name #if one.said != "" { spoken(one.said) }]
      if one.heard {
        (said, drawn(one.line, width: 25mm), drawn(one.bullet, width: 33mm), [*#now*], [#target], [#before], [#status])
      } else { (said, table.cell(colspan: 6)[#now]) }
    }).flatten(),
  )
  #sentence(d.moreStandings)
]

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
  rows((62mm, 1fr, 62mm, 56mm), (w.what, w.change, w.when, w.reason), d.changes)
}
#sentence(d.moreChanges)

#block(breakable: false, grid(
  columns: (1.35fr, 1fr), column-gutter: 14pt,
  if d.questions.len() > 0 [
    == #w.questions
    #sentence(d.questionsSentence)
    #table(
      columns: (1fr, 20mm),
      table.header([#w.question], [#w.answer]),
      ..d.questions.map(((question, answer, why)) => ([#question \ #note(why)], [*#answer*])).flatten(),
    )
  ],
  if d.impact.rows.len() > 0 [
    == #w.impact
    #sentence(d.impact.sentence)
    #rows((1fr, 24mm, 26mm), (w.department, w.impactValue, w.impactTold), d.impact.rows)
    #sentence(d.impact.more)
  ],
))

#metadata("appendix") <appendix>
#pagebreak()
== #w.appendix
#if d.appendix.said.len() > 0 [
  === #w.said
  #rows((70mm, 1fr, 52mm), (w.saidAbout, w.saidText, w.when), d.appendix.said)
]
=== #w.history
#rows((1fr, 1fr, 1fr, 1fr, 1.3fr, 1fr), (w.quarter, w.coverage, w.alignment, w.clocked, w.resting, w.siloed), d.appendix.history)
#note(d.appendix.computed)
=== #w.standings
#table(
  columns: (1fr, 30mm, 30mm, 30mm, 82mm),
  table.header([#w.outcome], [#w.reached], [#w.target], [#w.before], [#w.status]),
  ..d.appendix.standings.map(one => {
    let (name, now, target, before, status) = one.cells
    if one.heard { ([#name], [#now], [#target], [#before], [#status]) } else { ([#name], table.cell(colspan: 4)[#now]) }
  }).flatten(),
)
=== #w.departments
#rows((1fr, 30mm, 20mm, 36mm, 34mm, 46mm), (w.department, w.submission, w.kpis, w.coverage, w.alignment, w.findings), d.appendix.departments)
`;
