package io.evenflow.interior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The program's columns, links and blocks. Chains that change their block are cut and tied. */
final class Layout {
  final Columns columns = new Columns();
  final List<Link> links = new ArrayList<>();
  final Block[] blocks;

  /** By node, ties between segments after those of the program. */
  final int nodes;

  /** What boxes and last levels cost that nobody decides. */
  final double constant;

  /** By node what of it nobody decides. */
  final double[] fixed;

  /** By epigraph its column, which has the same number. */
  final int[] epigraph;

  final int curves;
  final int cuts;

  /** Columns before those of cuts, which are the same whatever cuts there are. */
  final int columnsBeforeCuts;

  /** Likewise links; the cuts' are the last ones, in their order. */
  final int linksBeforeCuts;

  /** Links that no block or several see, in the order of their numbers. */
  final int[] shared;

  /** Cuts among the shared links; those of an epigraph that see a node together are in one. */
  final List<Bundle> bundles = new ArrayList<>();

  private final Map<Integer, List<Bundle>> bundlesOf = new HashMap<>();

  /** Other shared links, by their places among them; the first rows are theirs, in this order. */
  final int[] plain;

  /** Rows of the bundles follow; so many in all at most. */
  final int mostRows;

  /** Links that one block alone sees, in the order of their numbers. */
  final int[] local;

  /** By chain its segments, in order. */
  final List<List<Segment>> segments = new ArrayList<>();

  private final int[] boxColumn;

  private final ChainProgram program;
  private final List<Integer> blockOfNode = new ArrayList<>();
  private final List<List<Integer>> nodesOfBlock = new ArrayList<>();
  private final List<Integer> placeOfNode = new ArrayList<>();

  Layout(ChainProgram program) {
    this.program = program;
    for (int b = 0; b < Math.max(1, program.blocks()); b++) {
      nodesOfBlock.add(new ArrayList<>());
    }
    for (int block : program.blockOfNode()) {
      addNode(block);
    }
    epigraph = new int[program.epigraphs()];
    Arrays.setAll(epigraph, e -> columns.add(1, Columns.FREE));
    List<List<int[]>> cut = new ArrayList<>();
    program.chains().forEach(chain -> cut.add(cut(chain)));
    nodes = blockOfNode.size();
    blocks = new Block[nodesOfBlock.size()];
    Arrays.setAll(
        blocks, b -> new Block(nodesOfBlock.get(b).stream().mapToInt(Integer::intValue).toArray()));
    fixed = new double[nodes];
    for (int c = 0; c < cut.size(); c++) {
      addSegments(program.chains().get(c), cut.get(c));
    }
    constant = constant(program);
    boxColumn = new int[program.boxes().size()];
    Arrays.setAll(boxColumn, i -> addBox(program.boxes().get(i)));
    program.curves().forEach(this::addCurve);
    columnsBeforeCuts = columns.count();
    linksBeforeCuts = links.size();
    program.cuts().forEach(this::addCut);
    curves = program.curves().size();
    cuts = program.cuts().size();
    int[][] blocksOfLink = blocksOfLinks();
    local = IntStream.range(0, links.size()).filter(i -> blocksOfLink[i].length == 1).toArray();
    shared = IntStream.range(0, links.size()).filter(i -> blocksOfLink[i].length != 1).toArray();
    plain =
        IntStream.range(0, shared.length)
            .filter(g -> links.get(shared[g]).epigraph() < 0)
            .toArray();
    mostRows = addBundles();
    showLocal(blocksOfLink);
    showShared();
  }

  private int addNode(int block) {
    int node = blockOfNode.size();
    blockOfNode.add(block);
    placeOfNode.add(nodesOfBlock.get(block).size());
    nodesOfBlock.get(block).add(node);
    return node;
  }

  /** Where a chain changes its block: first step, step after the last, tie before, tie after. */
  private List<int[]> cut(Chain chain) {
    List<int[]> parts = new ArrayList<>();
    int from = 0;
    int tieBefore = -1;
    for (int k = 1; k <= chain.nodes().length; k++) {
      int block = program.blockOfNode()[chain.nodes()[k - 1]];
      if (k == chain.nodes().length) {
        parts.add(new int[] {from, k, tieBefore, -1});
      } else if (program.blockOfNode()[chain.nodes()[k]] != block) {
        int tieAfter = addNode(block);
        parts.add(new int[] {from, k, tieBefore, tieAfter});
        tieBefore = addNode(program.blockOfNode()[chain.nodes()[k]]);
        int[] both = {tieAfter, tieBefore};
        links.add(new Link(both, new double[] {1, 1}, 0, new int[0], new double[0], -1));
        from = k;
      }
    }
    return parts;
  }

  private void addSegments(Chain chain, List<int[]> parts) {
    List<Segment> own = new ArrayList<>();
    for (int[] part : parts) {
      int n = part[1] - part[0];
      int[] place = new int[n + 2];
      for (int k = 0; k < n; k++) {
        place[k] = placeOfNode.get(chain.nodes()[part[0] + k]);
      }
      place[n] = part[2] < 0 ? -1 : placeOfNode.get(part[2]);
      place[n + 1] = part[3] < 0 ? -1 : placeOfNode.get(part[3]);
      Segment segment = new Segment(columns, chain, program.price(), part[0], part[1], place);
      blocks[blockOfNode.get(chain.nodes()[part[0]])].add(segment);
      own.add(segment);
    }
    segments.add(own);
  }

  private static double constant(ChainProgram program) {
    double sum = 0;
    for (ChainProgram.Box box : program.boxes()) {
      sum += program.price()[box.node()] * box.least();
    }
    for (Chain chain : program.chains()) {
      int last = chain.nodes().length - 1;
      sum -= last < 0 ? 0 : chain.worth() * chain.lowest()[last];
    }
    return sum;
  }

  /** What each box draws at the present point. */
  double[] boxes() {
    double[] amounts = new double[boxColumn.length];
    Arrays.setAll(amounts, i -> program.boxes().get(i).least() + columns.x[boxColumn[i]]);
    return amounts;
  }

  private int addBox(ChainProgram.Box box) {
    int column = columns.add(program.price()[box.node()], box.most() - box.least());
    fixed[box.node()] += box.least();
    blocks[blockOfNode.get(box.node())].addBox(placeOfNode.get(box.node()), column);
    return column;
  }

  /** Σ nodes + below − Σ above = first end. */
  private void addCurve(ChainProgram.Curved curve) {
    double[] ends = curve.ends();
    int[] own = new int[ends.length + 1];
    double[] sign = new double[own.length];
    Arrays.fill(sign, -1);
    sign[0] = 1;
    double free = Double.POSITIVE_INFINITY;
    own[0] = columns.add(-curve.slopes()[0], free);
    for (int piece = 1; piece < own.length; piece++) {
      double length = piece < ends.length ? ends[piece] - ends[piece - 1] : free;
      own[piece] = columns.add(curve.slopes()[piece], length);
    }
    double[] ones = new double[curve.nodes().length];
    Arrays.fill(ones, 1);
    links.add(new Link(curve.nodes(), ones, ends[0], own, sign, -1));
  }

  /** Epigraph − Σ gradient·node − slack = intercept; nodes with no gradient are left out. */
  private void addCut(ChainProgram.Cutting cut) {
    int[] steep =
        IntStream.range(0, cut.nodes().length).filter(i -> cut.gradient()[i] != 0).toArray();
    int slack = columns.add(0, Double.POSITIVE_INFINITY);
    links.add(
        new Link(
            IntStream.of(steep).map(i -> cut.nodes()[i]).toArray(),
            IntStream.of(steep).mapToDouble(i -> -cut.gradient()[i]).toArray(),
            cut.intercept(),
            new int[] {slack},
            new double[] {-1},
            epigraph[cut.epigraph()]));
  }

  /** Those that share an epigraph are seen by the same blocks. */
  private int[][] blocksOfLinks() {
    Map<Integer, TreeSet<Integer>> ofEpigraph = new HashMap<>();
    List<TreeSet<Integer>> all = new ArrayList<>();
    for (Link link : links) {
      TreeSet<Integer> seen =
          link.epigraph() < 0
              ? new TreeSet<>()
              : ofEpigraph.computeIfAbsent(link.epigraph(), e -> new TreeSet<>());
      for (int node : link.nodes()) {
        seen.add(blockOfNode.get(node));
      }
      all.add(seen);
    }
    return all.stream()
        .map(seen -> seen.stream().mapToInt(Integer::intValue).toArray())
        .toArray(int[][]::new);
  }

  private int addBundles() {
    Map<Integer, List<Integer>> byEpigraph = new TreeMap<>();
    for (int g = 0; g < shared.length; g++) {
      int own = links.get(shared[g]).epigraph();
      if (own >= 0) {
        byEpigraph.computeIfAbsent(own, e -> new ArrayList<>()).add(g);
      }
    }
    int row = plain.length;
    for (Map.Entry<Integer, List<Integer>> cost : byEpigraph.entrySet()) {
      for (List<Integer> members : thatMeet(cost.getValue())) {
        List<Link> own = members.stream().map(g -> links.get(shared[g])).toList();
        int[] places = members.stream().mapToInt(g -> g).toArray();
        Bundle bundle = new Bundle(cost.getKey(), own, places);
        bundles.add(bundle);
        bundlesOf.computeIfAbsent(cost.getKey(), e -> new ArrayList<>()).add(bundle);
        row += bundle.mostRows();
      }
    }
    return row;
  }

  /** Parts of shared links that see no node together, such as periods of one peak. */
  private List<List<Integer>> thatMeet(List<Integer> all) {
    List<List<Integer>> parts = new ArrayList<>();
    Map<Integer, List<Integer>> partOfNode = new HashMap<>();
    for (int g : all) {
      List<Integer> own = new ArrayList<>(List.of(g));
      parts.add(own);
      for (int node : links.get(shared[g]).nodes()) {
        List<Integer> met = partOfNode.get(node);
        if (met != null && met != own) {
          List<Integer> joined = own;
          met.addAll(joined);
          parts.removeIf(part -> part == joined);
          joined.forEach(
              other ->
                  IntStream.of(links.get(shared[other]).nodes())
                      .forEach(each -> partOfNode.put(each, met)));
          own = met;
        }
        partOfNode.put(node, own);
      }
    }
    return parts;
  }

  private void showLocal(int[][] blocksOfLink) {
    for (int i = 0; i < local.length; i++) {
      Link link = links.get(local[i]);
      for (int block : blocksOfLink[local[i]]) {
        blocks[block].seeLocal(i, link, placesIn(block, link.nodes()), within(block, link));
      }
    }
  }

  private void showShared() {
    for (int row = 0; row < plain.length; row++) {
      Link link = links.get(shared[plain[row]]);
      int[] seeing = blocksOf(link.nodes());
      for (int block : seeing) {
        blocks[block].seeShared(row, placesIn(block, link.nodes()), within(block, link));
      }
    }
    for (int i = 0; i < bundles.size(); i++) {
      Bundle bundle = bundles.get(i);
      for (int block : blocksOf(bundle.nodes())) {
        int[] own = IntStream.of(bundle.nodes()).filter(node -> isIn(block, node)).toArray();
        int[] places = IntStream.of(own).map(placeOfNode::get).toArray();
        int[] found = IntStream.of(own).map(bundle::find).toArray();
        blocks[block].seeBundle(i, bundle, places, found);
      }
    }
  }

  /** By node what multipliers of links make. */
  double[] prices(double[] multipliers) {
    double[] prices = new double[nodes];
    for (int i = 0; i < multipliers.length; i++) {
      links.get(i).addTo(prices, multipliers[i]);
    }
    return prices;
  }

  /** Bundles of a cost. */
  List<Bundle> bundlesOf(int cost) {
    return bundlesOf.getOrDefault(cost, List.of());
  }

  private boolean isIn(int block, int node) {
    return blockOfNode.get(node) == block;
  }

  private int[] blocksOf(int[] seen) {
    return IntStream.of(seen).map(blockOfNode::get).distinct().sorted().toArray();
  }

  private int[] placesIn(int block, int[] seen) {
    return IntStream.of(seen).filter(node -> isIn(block, node)).map(placeOfNode::get).toArray();
  }

  private double[] within(int block, Link link) {
    return IntStream.range(0, link.nodes().length)
        .filter(k -> isIn(block, link.nodes()[k]))
        .mapToDouble(k -> link.coefficients()[k])
        .toArray();
  }
}
