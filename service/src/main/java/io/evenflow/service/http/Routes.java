package io.evenflow.service.http;

import io.javalin.router.JavalinDefaultRoutingApi;

/** A group of paths that belong together; {@link Server} has the list of them. */
public interface Routes {
  /** Adds the paths. */
  void add(JavalinDefaultRoutingApi routes);
}
