package etl.result;

import java.util.List;

/// How a system's job is defined and how a person sees that it ran, as the system's folder says. It
/// is kept in the run JSON, so that a result set explains itself without the folder. What the
/// folder does not say is null.
///
/// @param homepage where the system comes from
/// @param schedule where and how the job is defined
/// @param observe commands with which a person sees the runs and their logs
/// @param logService service whose log holds the job's output
/// @param logCommand run in that service, prints the job's output; null for the container's own log
public record JobFacts(
        String homepage,
        String schedule,
        List<String> observe,
        String logService,
        List<String> logCommand) {}
