package io.evenflow.interior;

import java.util.List;

/**
 * Where the method was on its way: variables, and the multipliers of their ends and of all rows.
 */
final class Waypoint {
  private final double[][] columns;
  private final double[] ofLinks;
  private final double[][][] ofSegments;

  Waypoint(Layout layout, double[] ofLinks) {
    columns = layout.columns.point();
    this.ofLinks = ofLinks.clone();
    ofSegments =
        layout.segments.stream()
            .map(own -> own.stream().map(segment -> segment.y.clone()).toArray(double[][]::new))
            .toArray(double[][][]::new);
  }

  void restore(Layout layout, double[] links) {
    layout.columns.returnTo(columns);
    System.arraycopy(ofLinks, 0, links, 0, links.length);
    for (int c = 0; c < ofSegments.length; c++) {
      List<Segment> own = layout.segments.get(c);
      for (int s = 0; s < ofSegments[c].length; s++) {
        System.arraycopy(ofSegments[c][s], 0, own.get(s).y, 0, ofSegments[c][s].length);
      }
    }
  }
}
