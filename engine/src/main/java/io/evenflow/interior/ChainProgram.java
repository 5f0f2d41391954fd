package io.evenflow.interior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A linear program of chains and boxes that draw from nodes, and of rows that see nodes:
 *
 * <pre>
 * min Σ chains' cost + Σ price·node + Σ curve(Σ nodes) + Σ epigraph,  epigraph ≥ intercept + Σ gradient·node
 * </pre>
 */
public final class ChainProgram {
  private final int[] blockOfNode;
  private final double[] price;
  private final List<Chain> chains = new ArrayList<>();
  private final List<Box> boxes = new ArrayList<>();
  private final List<Curved> curves = new ArrayList<>();
  private final List<Cutting> cuts = new ArrayList<>();
  private int epigraphs;

  record Box(int node, double least, double most) {}

  record Curved(int[] nodes, double[] ends, double[] slopes) {}

  record Cutting(int epigraph, double intercept, int[] nodes, double[] gradient) {}

  /**
   * @param blockOfNode nodes of a block, such as a place, are tied closely; numbered from 0
   * @param price of what a node's chains and boxes draw
   */
  public ChainProgram(int[] blockOfNode, double[] price) {
    this.blockOfNode = blockOfNode.clone();
    this.price = price.clone();
  }

  public void add(Chain chain) {
    chains.add(chain);
  }

  /** Something between bounds that a node sees. */
  public void addBox(int node, double least, double most) {
    boxes.add(new Box(node, least, most));
  }

  /**
   * A convex piecewise linear cost of a sum of nodes; returns its number among the curves.
   *
   * @param ends rising, at least one
   * @param slopes of the pieces between them, rising; one more
   */
  public int addCurve(int[] nodes, double[] ends, double[] slopes) {
    curves.add(new Curved(nodes, ends, slopes));
    return curves.size() - 1;
  }

  /** A cost that is above its cuts, of which it needs one at least; returns its number. */
  public int addEpigraph() {
    return epigraphs++;
  }

  /** Adds a cut; returns its number among all. */
  public int addCut(int epigraph, double intercept, int[] nodes, double[] gradient) {
    cuts.add(new Cutting(epigraph, intercept, nodes, gradient));
    return cuts.size() - 1;
  }

  /** Forgets all cuts; those added next are numbered from 0 again. */
  public void clearCuts() {
    cuts.clear();
  }

  int[] blockOfNode() {
    return blockOfNode;
  }

  double[] price() {
    return price;
  }

  List<Chain> chains() {
    return chains;
  }

  List<Box> boxes() {
    return boxes;
  }

  List<Curved> curves() {
    return curves;
  }

  List<Cutting> cuts() {
    return cuts;
  }

  int epigraphs() {
    return epigraphs;
  }

  int blocks() {
    return Arrays.stream(blockOfNode).max().orElse(-1) + 1;
  }
}
