package io.evenflow.coordination;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows of several couplings that have one amount, since a resource that has the same in all of them
 * is alone there: what a node says of one of them is true of all.
 */
final class Ties {
  /** A direction of a coupling's region that is one tied row. */
  private record End(int coupling, int direction) {}

  private final List<List<End>> ties = new ArrayList<>();

  Ties(Problem problem, Node root) {
    int[] users = new int[problem.rows().size()];
    int[] tieOf = new int[users.length];
    for (Resource resource : problem.resources()) {
      for (int row : resource.rows()) {
        users[row]++;
      }
    }
    for (Resource resource : problem.resources()) {
      if (resource.isSameInAllRows() && resource.rows().length > 1) {
        ties.add(new ArrayList<>());
        for (int row : resource.rows()) {
          tieOf[row] = users[row] == 1 ? ties.size() : 0;
        }
      }
    }
    for (int c = 0; c < problem.couplings().size() && !ties.isEmpty(); c++) {
      collect(c, problem.couplings().get(c).rows(), root.regions()[c], tieOf);
    }
  }

  private void collect(int c, int[] rows, @Nullable Region whole, int[] tieOf) {
    for (int d = 0; whole != null && d < whole.directions(); d++) {
      int[] members = whole.members(d);
      if (members.length == 1 && tieOf[rows[members[0]]] > 0) {
        ties.get(tieOf[rows[members[0]]] - 1).add(new End(c, d));
      }
    }
  }

  /** The node with every tied direction within what all regions allow; null where that is none. */
  @Nullable Node spread(Node node) {
    Node spread = node;
    for (List<End> tie : ties) {
      double least = Double.NEGATIVE_INFINITY;
      double most = Double.POSITIVE_INFINITY;
      for (End end : tie) {
        Region region = node.regions()[end.coupling()];
        least = region == null ? least : Math.max(least, region.min(end.direction()));
        most = region == null ? most : Math.min(most, region.max(end.direction()));
      }
      if (least > most) {
        return null;
      }
      for (End end : tie) {
        Region region = spread.regions()[end.coupling()];
        boolean wider =
            region != null
                && (region.min(end.direction()) < least || region.max(end.direction()) > most);
        if (region != null && wider) {
          Region part = region.part(end.direction(), least, most);
          spread = spread.within(end.coupling(), part);
        }
      }
    }
    return spread;
  }
}
