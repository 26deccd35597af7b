package etl.record;

import etl.Failure;
import etl.Interrupt;

import java.nio.file.Path;
import java.util.function.Consumer;

/// What may fail without an end of the suite: a stack is started, used and taken down again.
///
/// @param say is told what goes on
record Attempts(SuiteJournal journal, Interrupt interrupt, Consumer<String> say) {

    /// Does the work, saves the logs if it fails, and takes the stack down whatever happens.
    ///
    /// @return whether all went well
    boolean make(
            String run, String before, Passage passage, Path logs, boolean stays, Runnable work) {
        ComposeProject stack = passage.stack();
        try {
            new ProjectRemains(stack.name()).requireGone();
        } catch (Failure e) {
            fault(run, before + passage.phase(), e, null);
            return false;
        }
        boolean well = false;
        try {
            work.run();
            well = true;
        } catch (Failure e) {
            boolean saved = saveLogs(run, stack, logs);
            // what failed because of a Ctrl-C is no fault of the system
            if (!interrupt.getAsBoolean()) {
                fault(run, before + passage.phase(), e, saved ? logs : null);
            }
        } finally {
            well &= stays || down(run, stack);
        }
        return well;
    }

    private boolean saveLogs(String run, ComposeProject stack, Path logs) {
        try {
            interrupt.insist(() -> stack.saveLogs(logs));
            return true;
        } catch (Failure e) {
            say.accept(run + ": its logs cannot be saved: " + e.getMessage());
            return false;
        }
    }

    private boolean down(String run, ComposeProject stack) {
        say.accept(run + ": down");
        try {
            interrupt.insist(stack::down);
            return true;
        } catch (Failure e) {
            fault(run, "down", e, null);
            return false;
        }
    }

    /// Says and notes what could not be measured.
    ///
    /// @param logs null where there are none
    void fault(String run, String phase, Failure failure, Path logs) {
        say.accept("%s: failed in phase %s: %s".formatted(run, phase, failure.getMessage()));
        journal.fault(run, phase, failure.getMessage(), logs);
    }
}
