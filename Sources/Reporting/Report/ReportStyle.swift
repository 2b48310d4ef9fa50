/// The style of a report: system fonts, light and dark, wide and narrow, screen and paper.
enum ReportStyle {
  /// The style sheet.
  ///
  /// Paper is never dark, so what holds in the dark holds on screens alone.
  static let sheet = """
    :root { --ink: #1b1f24; --quiet: #57606a; --line: #d0d5da; --paper: #ffffff; --card: #f5f7f9; --accent: #00507d;
      --mark: #e6f0f6; --doubt: #fbeadf; }
    @media screen and (prefers-color-scheme: dark) {
      :root { --ink: #e8ebee; --quiet: #a9b3bd; --line: #3d454d; --paper: #14181c; --card: #1c2228; --accent: #8ec9ec;
        --mark: #17384c; --doubt: #4c2c14; }
    \(PictureStyle.dark)
    }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 62rem; padding: 0 1.25rem 3rem; color: var(--ink); background: var(--paper);
      font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Noto Sans CJK JP", sans-serif; }
    h1 { font-size: 1.75rem; line-height: 1.2; margin: 0 0 1rem; text-wrap: balance; }
    h2 { font-size: 1.25rem; margin: 2.5rem 0 .75rem; }
    p { margin: 0 0 .75rem; max-width: 46rem; }
    a { color: var(--accent); }
    .skip { position: absolute; left: -100rem; }
    .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; }
    .kicker { color: var(--quiet); margin: 2rem 0 .25rem; }
    nav ul { list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: .75rem 0; margin: 0;
      border-block: 1px solid var(--line); }
    .answer { background: var(--card); border-left: .3rem solid var(--accent); padding: .25rem 1.25rem .5rem;
      margin-top: 1.5rem; }
    .answer h2 { margin-top: 1rem; }
    .answer p { font-size: 1.1rem; }
    .scroll { overflow-x: auto; }
    .scroll:focus-visible, a:focus-visible, summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
    figure { margin: 0 0 2rem; }
    \(PictureStyle.always)
    .picture svg { min-width: var(--least, 0); }
    figcaption, .basis { color: var(--quiet); font-size: .9rem; }
    details { margin-top: .5rem; }
    summary { cursor: pointer; }
    table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .92rem; }
    caption { text-align: left; color: var(--quiet); padding-bottom: .25rem; }
    th, td { padding: .3rem .9rem .3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
    thead th { vertical-align: bottom; }
    tbody th { font-weight: 500; white-space: nowrap; }
    tbody th.wide { white-space: normal; }
    .number { text-align: right; white-space: nowrap; }
    thead th.number { white-space: normal; }
    .long { overflow-wrap: anywhere; min-width: 14rem; }
    .wide { white-space: normal; min-width: 16rem; }
    .note { min-width: 16em; }
    .assumptions { padding-left: 0; list-style: none; max-width: 46rem; }
    .assumptions li { margin-bottom: .6rem; }
    .mark { display: inline-block; padding: 0 .45rem; border-radius: .25rem; font-size: .85rem; background: var(--mark); }
    .mark.assumed { background: var(--doubt); }
    dl div { display: flex; flex-wrap: wrap; gap: 0 1rem; border-bottom: 1px solid var(--line); padding: .3rem 0; }
    dt { min-width: 12rem; color: var(--quiet); }
    dd { margin: 0; overflow-wrap: anywhere; }
    footer { color: var(--quiet); margin-top: 3rem; font-size: .9rem; }
    @media screen and (max-width: 700px) {
      body { padding: 0 .8rem 2rem; }
      .answer { padding: .25rem .8rem .5rem; }
      .picture svg { max-width: none; }
      th, td { padding-right: .7rem; }
      tbody th, tbody th.wide, thead th:first-child { position: sticky; left: 0; z-index: 1; background: var(--paper);
        min-width: 7rem; max-width: 8rem; padding-right: .5rem; white-space: normal; overflow-wrap: anywhere; }
    }
    @media print {
      @page { margin: 16mm; }
      body { max-width: none; padding: 0; font-size: 10pt; color: #000; background: #fff; }
      nav, .skip { display: none; }
      figure, tr, .answer { break-inside: avoid; }
      h2 { break-after: avoid; }
      .scroll { overflow: visible; }
      .screen { display: none; }
      .fold::details-content { content-visibility: visible; display: block; block-size: auto; }
      table { font-size: 8pt; width: 100%; }
      thead th, tbody th { white-space: normal; }
      .long { min-width: 7em; }
      .address { width: 30%; }
      .picture svg { width: auto; min-width: 0; max-height: 155mm; }
      .picture.broad svg { max-height: 105mm; }
      .picture.tall svg { max-height: 225mm; }
      .wide { min-width: 10em; }
      .note { min-width: 10em; width: 28%; }
      summary { display: none; }
      a { color: inherit; text-decoration: none; }
      caption, thead { break-after: avoid; }
      th, td { padding-right: .5rem; }
    }
    """
}
