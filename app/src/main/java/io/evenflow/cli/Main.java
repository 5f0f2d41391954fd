package io.evenflow.cli;

/** The command {@code evenflow}. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("evenflow");
  }
}
