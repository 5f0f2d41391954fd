package io.evenflow.service.http;

import io.evenflow.run.Fair;
import io.evenflow.service.problem.InvalidParameter;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Function;

/** Parameters of a request; one that is unknown is an error, as unknown fields are. */
final class Query {
  private final Context context;

  Query(Context context, String... known) {
    this.context = context;
    List<String> names = List.of(known);
    for (String name : context.queryParamMap().keySet()) {
      if (context.queryParams(name).size() > 1) {
        throw new InvalidParameter(
            "parameter " + name + " is given twice", "Maybe one of the two is left from before.");
      }
      if (!names.contains(name)) {
        throw new InvalidParameter(
            "there is no parameter '" + name + "' here",
            names.isEmpty()
                ? "Maybe it is meant for another path."
                : "Maybe one of these is meant: " + String.join(", ", names) + ".");
      }
    }
  }

  <T> T get(String name, T absent, String kind, Function<String, T> parse) {
    String text = context.queryParam(name);
    if (text == null) {
      return absent;
    }
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException problem) {
      throw new InvalidParameter(
          "parameter " + name + " ('" + text + "') must be " + kind,
          text.contains(" ")
              ? "Maybe it has a + that must be written %2B in an address."
              : "Maybe a typing error.");
    }
  }

  double number(String name, double absent) {
    return get(name, absent, "a number", Double::valueOf);
  }

  /** What counts where energy is short. */
  Fair fair() {
    return Fair.of(word("fair", Fair.NONE.word(), Fair.words()));
  }

  String word(String name, String absent, List<String> words) {
    return get(
        name,
        absent,
        "one of " + String.join(", ", words),
        text -> {
          if (!words.contains(text)) {
            throw new IllegalArgumentException(text);
          }
          return text;
        });
  }
}
