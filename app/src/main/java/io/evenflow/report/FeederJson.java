package io.evenflow.report;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What {@code evenflow feeder} found, as JSON. */
public final class FeederJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private FeederJson() {}

  /**
   * An object of the facts, {@code merged}, {@code powerFlow} and {@code optimalPowerFlow}.
   *
   * @param merges null where the case is not a radial feeder
   * @param powerFlow likewise
   * @param optimalPowerFlow likewise
   */
  public static String of(
      FeederFacts facts,
      @Nullable FeederMerges merges,
      @Nullable BasePowerFlow powerFlow,
      @Nullable BaseOptimalFlow optimalPowerFlow) {
    ObjectNode root = MAPPER.valueToTree(facts);
    root.set("merged", MAPPER.valueToTree(merges));
    root.set("powerFlow", MAPPER.valueToTree(powerFlow));
    root.set("optimalPowerFlow", MAPPER.valueToTree(optimalPowerFlow));
    return MAPPER.writeValueAsString(root);
  }
}
