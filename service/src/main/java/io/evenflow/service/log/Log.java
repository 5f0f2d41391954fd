package io.evenflow.service.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Words of what happened, with named values such as the run's id. */
public final class Log {
  private static final Logger LOGGER = Logger.getLogger("io.evenflow.service");

  private Log() {}

  /**
   * Something that is as it should be.
   *
   * @param values names and values in turn
   */
  public static void info(String message, Object... values) {
    write(Level.INFO, message, null, values);
  }

  /** Something that went wrong and is dealt with. */
  public static void warning(String message, Object... values) {
    write(Level.WARNING, message, null, values);
  }

  /** Something that went wrong and is dealt with. */
  public static void warning(String message, Throwable problem, Object... values) {
    write(Level.WARNING, message, problem, values);
  }

  /** Something that went wrong and should not have. */
  public static void error(String message, Throwable problem, Object... values) {
    write(Level.SEVERE, message, problem, values);
  }

  private static void write(
      Level level, String message, @Nullable Throwable problem, Object... values) {
    if (!LOGGER.isLoggable(level)) {
      return;
    }
    Map<String, Object> named = new LinkedHashMap<>();
    for (int i = 0; i + 1 < values.length; i += 2) {
      named.put(String.valueOf(values[i]), values[i + 1]);
    }
    LogRecord line = new LogRecord(level, message);
    line.setLoggerName(LOGGER.getName());
    line.setThrown(problem);
    line.setParameters(new Object[] {named});
    LOGGER.log(line);
  }
}
