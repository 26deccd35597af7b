///usr/bin/env jbang "$0" "$@" ; exit $?
//DESCRIPTION Write the folder of a new system: one that works, to be edited.
//JAVA 25+
//DEPS info.picocli:picocli:4.7.7
//SOURCES etl/Cli.java
//SOURCES etl/Failure.java
//SOURCES etl/record/Systems.java
//RUNTIME_OPTIONS -XX:TieredStopAtLevel=1 -XX:+UseSerialGC

import etl.Cli;
import etl.Failure;
import etl.record.Systems;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/// Writes `compose/NAME/` with cron in the place of the new system. So the folder keeps every rule
/// and can be measured before anything in it is edited, and each edit can be checked on its own.
/// Overwrites nothing.
@Command(
        name = "new_system.java",
        mixinStandardHelpOptions = true,
        description = "Write the folder of a new system: one that works, to be edited.",
        footer = {"", "  jbang new-system dagu"})
class new_system implements Callable<Integer> {

    /// What Compose, image names and file names take alike.
    private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";

    private static final String COMPOSE =
            """
            # @NAME@ (EDIT: what it is, in one sentence)
            #   docker compose -f compose/@NAME@/compose.yml up -d
            name: etlbench-@NAME@

            # Until it is edited, cron stands here for the new system.
            services:
              @NAME@:
                # EDIT: a published image is pinned and exchangeable, ${X_IMAGE:-its/name:1.2}; it
                # has no pull_policy, and a build only for where no image registry answers.
                image: etlbench/@NAME@:1
                pull_policy: never # nobody publishes this image; it is built here
                build:
                  context: .
                  args:
                    BASE_IMAGE: ${BASE_IMAGE:-debian:bookworm-slim}
                  labels:
                    etlbench.built: @NAME@
                init: true
                # EDIT: how it is started. cron gives its jobs an empty environment, so the task's
                # settings are put above the job's line.
                command:
                  - sh
                  - -c
                  - |
                    { env | grep '^ETL_TASK_'; cat /app/etl.cron; } > /etc/cron.d/etl
                    exec cron -f
                environment:
                  TZ: UTC
                  # EDIT: telemetry off. A default stays, or its change has a reason in a comment.
                  # Passed on from your shell where they are set there; see etl_task.py.
                  ETL_TASK_SECONDS:
                  ETL_TASK_CPU_SECONDS:
                  ETL_TASK_MEMORY_MIB:
                  ETL_TASK_OUTPUT_BYTES:
                  ETL_TASK_STDERR:
                  ETL_TASK_EXIT_CODE:
                # EDIT: its web page, on this machine only; the left number must be free.
                # ports:
                #   - 127.0.0.1:8090:8080
                volumes:
                  - ../../etl_task.py:/app/etl_task.py:ro
                  - ./etl.cron:/app/etl.cron:ro # EDIT: the job, in the system's own format
                  - runs:/runs # the ledger, where the job runs
                healthcheck: # EDIT: the cheapest test that means something; it is measured, too
                  test: ["CMD", "pidof", "cron"]
                  start_period: 30s
                  start_interval: 1s
                  interval: 1h
                  timeout: 5s
                  retries: 3

            volumes:
              runs:
              # EDIT: one for the system's own history, if it keeps any. Some find it again only
              # under the same hostname.

            x-benchmark:
              title: @NAME@ # EDIT: its name for people
              homepage: https://example.org/@NAME@ # EDIT
              version: as in Debian bookworm # EDIT: what is pinned above
              version_command: # EDIT: what the installed system says of itself, or null
                service: @NAME@
                command: [sh, -c, "dpkg-query --show cron | cut -f2"]
              ui: null # EDIT: http://127.0.0.1:8090, with the login in a comment
              schedule: a line in etl.cron # EDIT: where a reader finds the job
              observe: # EDIT: with what a person looks at the runs
                - docker compose -f compose/@NAME@/compose.yml logs -t --no-log-prefix @NAME@
              log_command: # EDIT: what prints the job's output; without command it is docker logs
                service: @NAME@
              overlap: allow # EDIT: allow, skip or queue, when the last run still lasts
              period_s: 60
              verified: never # EDIT: version, date and how, once it fired in every minute
            """;

    private static final String DOCKERFILE =
            """
            # EDIT, or remove it with the build in compose.yml: how the image is made.
            ARG BASE_IMAGE=debian:bookworm-slim
            FROM ${BASE_IMAGE}
            # Debian's own hourly and daily jobs go: they would run inside the measurement.
            RUN apt-get update \\
                && apt-get install -y --no-install-recommends cron python3 \\
                && apt-get clean \\
                && rm -rf /var/lib/apt/lists/* /etc/cron.d/* /etc/crontab
            """;

    private static final String JOB =
            """
            # EDIT: the job in the system's own format: active at once, at second 0 of every minute.
            # minute hour day month weekday user command; the output goes to the container's log
            * * * * * root /usr/bin/python3 -u /app/etl_task.py >/proc/1/fd/1 2>/proc/1/fd/2
            """;

    private static final String AUDIT =
            """
            # EDIT: how the log of a run that failed is found; audit.java follows it. With pages:
            #   by_hand:
            #     page: http://127.0.0.1:8090
            #     steps:
            #       - {click: "text: Runs", why: the list of runs}
            #       - {type: failed, into: "css: #search", why: only the failed ones}
            by_hand: # no pages: what a person types
              shell:
                - docker compose -f compose/@NAME@/compose.yml logs -t --no-log-prefix @NAME@
            by_machine: # documented commands or calls; `take` is a JSONPath, `as` a name for later
              - run: docker compose -f compose/@NAME@/compose.yml logs -t --no-log-prefix @NAME@
            # exit_code, started, ended, stderr: calls of which the last prints just that
            kept: in the container's log, as long as the container # EDIT: as its documentation says
            """;

    @Parameters(
            paramLabel = "NAME",
            description = "Name of the system: small letters, digits, and - between them.")
    private String name;

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "Folder of the systems (default: compose in this repository).")
    private Path systems;

    @Spec private CommandSpec spec;

    static void main(String... args) {
        System.exit(Cli.run(new new_system(), args));
    }

    @Override
    public Integer call() {
        if (!name.matches(NAME)) {
            throw new Failure(
                    "'%s' is no name for a system: take small letters, digits, and - between them"
                            .formatted(name));
        }
        if (name.endsWith("-tuned")) {
            throw new Failure(
                    "'%s' is no name for a system: -tuned is a compose.tuned.yml in %s"
                            .formatted(name, name.substring(0, name.lastIndexOf('-'))));
        }
        Path parent = systems == null ? Systems.here().root().resolve("compose") : systems;
        Path folder = parent.resolve(name);
        if (Files.exists(folder)) {
            throw new Failure(folder + " exists; take another name, or edit what is there");
        }
        write(folder);
        next();
        return Cli.OK;
    }

    private void write(Path folder) {
        Map<String, String> files =
                new TreeMap<>(
                        Map.of(
                                "compose.yml", COMPOSE,
                                "Dockerfile", DOCKERFILE,
                                "etl.cron", JOB,
                                "audit.yml", AUDIT));
        try {
            Files.createDirectory(folder);
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.writeString(path, file.getValue().replace("@NAME@", name));
                spec.commandLine().getOut().println(path);
            }
        } catch (IOException e) {
            throw new Failure(folder + ": cannot be written: " + e, e);
        }
        spec.commandLine().getOut().flush();
    }

    private void next() {
        PrintWriter err = spec.commandLine().getErr();
        err.println("It works as it is, with cron. Edit the lines that say EDIT, and then:");
        err.println("  ./jbangw check compose/" + name);
        err.println("  ./jbangw suite " + name + " --duration 120s --repeats 1");
        err.flush();
    }
}
