package etl.record;

import etl.Failure;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The tests of this class start real containers; where no engine answers they are skipped.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("engine")
@ExtendWith(NeedsEngine.Condition.class)
public @interface NeedsEngine {

    /// Asks once.
    final class Condition implements ExecutionCondition {

        private static ConditionEvaluationResult answer;

        @Override
        public synchronized ConditionEvaluationResult evaluateExecutionCondition(
                ExtensionContext context) {
            if (answer == null) {
                answer = ask();
            }
            return answer;
        }

        private static ConditionEvaluationResult ask() {
            try (Engine engine = Engine.connect(null, null)) {
                return ConditionEvaluationResult.enabled("an engine answers at " + engine.host());
            } catch (Failure e) {
                return ConditionEvaluationResult.disabled(
                        e.getMessage() + "; or run: ./jbangw test --install-engine");
            }
        }
    }
}
