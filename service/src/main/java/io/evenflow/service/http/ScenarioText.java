package io.evenflow.service.http;

import io.evenflow.io.InputException;
import io.evenflow.io.JsonSource;
import io.evenflow.io.ScenarioReader;
import io.evenflow.scenario.Scenario;
import io.evenflow.service.problem.MalformedJson;
import java.util.concurrent.Semaphore;

/** Texts that came over the network, read as the command line reads scenarios. */
final class ScenarioText {
  // A scenario's objects take many times its bytes; few at once are enough for few cores.
  private final Semaphore readers = new Semaphore(Runtime.getRuntime().availableProcessors());

  /** The scenario, or the problem that says why it is none. */
  Scenario read(String text) {
    readers.acquireUninterruptibly();
    try {
      JsonSource.parse("scenario", text);
    } catch (InputException problem) {
      readers.release();
      throw new MalformedJson(problem.sentence(), problem.maybe());
    }
    try {
      return ScenarioReader.read("scenario", text);
    } catch (RuntimeException problem) {
      throw ProblemAnswers.scenario(problem);
    } finally {
      readers.release();
    }
  }
}
