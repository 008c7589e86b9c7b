package io.teal.operate.status;

import io.teal.operate.TimeOfDay;
import io.teal.release.Color;
import io.teal.release.Version;
import io.teal.release.observation.Direction;
import io.teal.release.observation.Fleet;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows a status as text. Times are UTC, as AWS's are. */
public final class StatusText {
    private static final int WIDTH = 28;
    private static final String ROW = "  %-6s %-" + WIDTH + "s %6s %10s %9s  %s";

    private StatusText() {}

    /** The lines that show {@code status}. */
    public static List<String> lines(Status status) {
        List<String> lines = new ArrayList<>();
        lines.add("stack " + status.stack().name() + ": " + status.stack().status() + " at " + TimeOfDay.of(status.at())
                + " UTC");
        status.services().forEach(service -> lines.addAll(lines(service)));
        status.singleFleets().forEach(fleet -> lines.addAll(SingleFleetText.lines(fleet)));
        lines.add(verdict(status));
        return lines;
    }

    private static String verdict(Status status) {
        if (status.stack().direction() != Direction.IDLE) {
            return "not settled: the stack is " + status.stack().status();
        }
        Stream<String> colored = status.services().stream()
                .flatMap(service -> service.unsettled().map(why -> service.name() + ": " + why).stream());
        Stream<String> single = status.singleFleets().stream()
                .flatMap(one -> one.unsettled().map(why -> one.fleet().service() + ": " + why).stream());
        return Stream.concat(colored, single)
                .findFirst()
                .map(why -> "not settled: " + why)
                .orElse("settled: template and live agree");
    }

    private static List<String> lines(ServiceStatus service) {
        List<String> lines = new ArrayList<>();
        lines.add(service.name() + ": " + service.release().active() + " is active");
        lines.add(row("", "version", "share", "healthy", "template", ""));
        for (Color color : Color.values()) {
            lines.add(service.fleet(color)
                    .map(fleet -> row(service, color, fleet))
                    .orElseGet(() -> row(color.toString(), "-", share(service, color), "-", "-", "")));
        }
        lines.addAll(runs(service.runs()));
        service.guard().ifPresent(guard -> lines.add("  guard: " + guard));
        service.failure().ifPresent(failure -> lines.addAll(lines(failure)));
        for (Color color : Color.values()) {
            service.fleet(color)
                    .filter(FleetStatus::waits)
                    .ifPresent(
                            fleet -> lines.add("  " + color + " runs launch template version " + fleet.configuration()
                                    + "; " + fleet.newest().orElseThrow() + " comes with its next start"));
        }
        return lines;
    }

    /** The lines of {@code runs} that go on. */
    static List<String> runs(List<RunStatus> runs) {
        List<String> lines = new ArrayList<>();
        for (RunStatus run : runs) {
            lines.add("  run " + run.name() + " since " + TimeOfDay.of(run.started()));
            lines.add("    " + (run.line().isEmpty() ? "its step is not known yet" : run.line()));
        }
        return lines;
    }

    /** The lines of the run that the last deploy failed in. */
    static List<String> lines(FailedRun failure) {
        List<String> lines = new ArrayList<>();
        lines.add("  the last deploy failed in run " + failure.name() + ", begun " + failure.started());
        failure.lines().forEach(line -> lines.add("    " + line));
        return lines;
    }

    private static String row(ServiceStatus service, Color color, FleetStatus fleet) {
        String notes = (fleet.promoted() ? "promoted" : "")
                + (fleet.fleet().strangers() > 0 ? " +" + fleet.fleet().strangers() + " other" : "");
        return row(
                color.toString(),
                fleet.version().map(StatusText::shortened).orElse("?"),
                share(service, color),
                healthy(fleet.fleet()),
                fleet.configuration(),
                notes.strip());
    }

    private static String row(
            String color, String version, String share, String healthy, String template, String notes) {
        return String.format(Locale.ROOT, ROW, color, version, share, healthy, template, notes)
                .stripTrailing();
    }

    private static String shortened(Version version) {
        String text = version.value();
        return text.length() <= WIDTH ? text : text.substring(0, WIDTH - 3) + "...";
    }

    private static String share(ServiceStatus service, Color color) {
        return service.live().map(weights -> weights.percent(color) + "%").orElse("?");
    }

    private static String healthy(Fleet fleet) {
        return fleet.healthy().stream().map(Object::toString).collect(Collectors.joining("+")) + "/" + fleet.desired();
    }
}
