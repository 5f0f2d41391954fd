package io.evenflow.method;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** All methods by name. */
public final class Methods {
  private static final Map<String, Supplier<Method>> BY_NAME = new LinkedHashMap<>();

  static {
    BY_NAME.put("certified", Certified::new);
    BY_NAME.put("two-stage", TwoStage::new);
    BY_NAME.put("direct", Direct::new);
    BY_NAME.put("uncontrolled", Uncontrolled::new);
  }

  private Methods() {}

  /** Names in the order a person should see them. */
  public static List<String> names() {
    return List.copyOf(BY_NAME.keySet());
  }

  /** The method of a name, null where there is none. */
  public static @Nullable Method named(String name) {
    Supplier<Method> maker = BY_NAME.get(name);
    return maker == null ? null : maker.get();
  }
}
