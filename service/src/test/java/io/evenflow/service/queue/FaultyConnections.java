package io.evenflow.service.queue;

import io.evenflow.service.storage.DatabaseUrl;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * One SQLite database in memory behind connections that a process's death cuts off: before or after
 * any statement or commit. What was not committed is then rolled back, as SQLite does on its next
 * start.
 */
final class FaultyConnections implements DataSource {
  /** The process is dead; nothing catches it but the simulation. */
  static final class Death extends Error {
    private static final Death ONLY = new Death();

    private Death() {
      super("killed", null, false, false);
    }
  }

  private static final Set<String> STEPS = Set.of("executeUpdate", "executeQuery", "commit");
  private final Connection memory;
  private final Map<String, Object> statements = new HashMap<>();

  /** Steps until death, negative for none. */
  private int left = -1;

  private boolean afterwards;

  FaultyConnections() throws SQLException {
    Properties settings = DatabaseUrl.sqlite();
    settings.remove("journal_mode");
    memory = DriverManager.getConnection("jdbc:sqlite::memory:", settings);
  }

  /** The process dies at a step from now on: before it is done, or just after. */
  void dieAt(int step, boolean isDone) {
    left = step;
    afterwards = isDone;
  }

  void live() {
    left = -1;
  }

  private Object step(Object target, java.lang.reflect.Method method, @Nullable Object[] arguments)
      throws Throwable {
    boolean counts = STEPS.contains(method.getName());
    boolean dies = counts && left == 0;
    if (counts && left >= 0) {
      left--;
    }
    if (dies && !afterwards) {
      throw die();
    }
    Object value = call(target, method, arguments);
    if (dies) {
      if (value instanceof ResultSet rows) {
        rows.close();
      }
      throw die();
    }
    return value;
  }

  private Death die() throws SQLException {
    if (!memory.getAutoCommit()) {
      memory.rollback();
    }
    return Death.ONLY;
  }

  private static Object call(
      Object target, java.lang.reflect.Method method, @Nullable Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException problem) {
      throw problem.getCause();
    }
  }

  @Override
  public Connection getConnection() {
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "close" -> null;
                  case "prepareStatement" -> statement((String) arguments[0]);
                  default -> step(memory, method, arguments);
                });
  }

  /** Prepared once: most of the time of ten thousand lives would go into preparing. */
  private Object statement(String sql) throws SQLException {
    Object known = statements.get(sql);
    if (known == null) {
      PreparedStatement target = memory.prepareStatement(sql);
      known =
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {PreparedStatement.class},
              (proxy, method, arguments) ->
                  method.getName().equals("close") ? null : step(target, method, arguments));
      statements.put(sql, known);
    }
    return known;
  }

  @Override
  public Connection getConnection(String user, String password) {
    return getConnection();
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException();
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("no " + type);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
