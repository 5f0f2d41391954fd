package io.evenflow.cli;

import io.evenflow.method.Method;
import io.evenflow.method.Methods;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The methods a command may ask for; a test has others than the program. */
interface MethodNames {
  /** Those of the engine. */
  MethodNames ALL =
      new MethodNames() {
        @Override
        public List<String> names() {
          return Methods.names();
        }

        @Override
        public @Nullable Method named(String name) {
          return Methods.named(name);
        }
      };

  /** Names in the order a person should see them. */
  List<String> names();

  /** The method of a name, null where there is none. */
  @Nullable Method named(String name);
}
