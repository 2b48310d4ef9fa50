/// The style of a chart's picture on a page: in the class `picture`, as wide as there is room for, in the colours of a dark screen.
///
/// The colours of charts stand in the pictures' own attributes, which rules here override in the dark: ink, quiet text, grid, paper,
/// and the colours of lines and intervals.
public enum PictureStyle {
  /// What always holds: a picture is never wider than its place, and the page shows behind it.
  ///
  /// Without a colour of its own, because the script that draws a chart puts white on the element itself.
  public static let always = """
    .picture svg { display: block; max-width: 100%; height: auto; background-color: transparent !important; }
    """

  /// What holds on a dark screen.
  public static let dark = """
    .picture [fill="#1B1F24"], .picture [fill="#000"], .picture [fill="#57606A"] { fill: #e8ebee; }
    .picture [stroke="#1B1F24"], .picture [stroke="#57606A"], .picture [stroke="#000000"] { stroke: #e8ebee; }
    .picture [fill="#000000"] { fill: #e8ebee; }
    .picture [fill="#FFFFFF"], .picture [fill="white"] { fill: #14181c; }
    .picture [stroke="#E3E6EA"] { stroke: #333b43; }
    .picture [stroke="#00507D"] { stroke: #ffffff; }
    .picture [fill="#00507D"] { fill: #8ec9ec; }
    .picture [stroke="#0072B2"] { stroke: #4aa6e0; }
    .picture [fill="#0072B2"] { fill: #4aa6e0; }
    .picture [stroke="#D55E00"] { stroke: #f2873f; }
    .picture [fill="#D55E00"] { fill: #f2873f; }
    .picture [stroke="#009E73"] { stroke: #2fc195; }
    .picture [fill="#009E73"] { fill: #2fc195; }
    .picture [fill="#D3E5F1"] { fill: #1d4058; }
    .picture [fill="#7BB3D6"] { fill: #3b7ba5; }
    """

  /// The style of a page that holds one picture and nothing else.
  public static let page = """
    body { margin: 0; background: #ffffff; }
    .picture, .picture .vega-embed, .picture .chart-wrapper { display: block !important; width: auto !important; }
    .picture .vega-embed { padding-right: 0 !important; }
    \(always)
    @media screen and (prefers-color-scheme: dark) {
    body { background: #14181c; }
    \(dark)
    }
    """
}
