package io.evenflow.ocpp;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Versions of the Open Charge Point Protocol. */
public enum OcppVersion {
  /** 1.6: one connector, whole numbers for transactions, charging only. */
  V1_6("1.6"),
  /** 2.0.1: EVSEs, texts for transactions, charging only. */
  V2_0_1("2.0.1"),
  /** 2.1: as 2.0.1, and setpoints that may be negative. */
  V2_1("2.1");

  private final String word;

  OcppVersion(String word) {
    this.word = word;
  }

  /**
   * The version of a word such as {@code 2.0.1}.
   *
   * @throws OcppException where there is none
   */
  public static OcppVersion named(String word) {
    return Arrays.stream(values())
        .filter(version -> version.word.equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new OcppException(
                    "'" + word + "' is no version of OCPP that is written here",
                    "Maybe one of "
                        + Arrays.stream(values())
                            .map(OcppVersion::word)
                            .collect(Collectors.joining(", "))
                        + " is meant."));
  }

  /** As people write it. */
  public String word() {
    return word;
  }

  /** Name of the WebSocket subprotocol of OCPP-J. */
  public String subprotocol() {
    return "ocpp" + word;
  }
}
