package etl.record;

import java.util.Locale;

/// Something about this machine that a measurement suffers from.
///
/// @param level how bad it is
/// @param what what was seen, with its number
/// @param remedy the command that mends it
public record Finding(Level level, String what, String remedy) {

    /// How bad a finding is.
    public enum Level {
        /// No run is possible.
        STOPS,
        /// A run is possible, its numbers suffer.
        SPOILS,
        /// Good to know.
        NOTE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// One line, as the run JSON keeps it.
    @Override
    public String toString() {
        return level + ": " + what + "; " + remedy;
    }
}
