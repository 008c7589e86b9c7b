package io.teal.operate.checklist;

import io.teal.operate.account.Connection;
import io.teal.operate.account.LogSearch;
import io.teal.operate.account.MetricQuery;
import io.teal.operate.account.MetricSeries;
import io.teal.operate.account.Telemetry;
import io.teal.release.Color;
import io.teal.release.Contract;
import io.teal.release.cutover.CutoverProperties;
import io.teal.release.port.AlarmReading;
import io.teal.release.port.AutoScalingGroup;
import io.teal.release.port.Aws;
import io.teal.release.port.Reads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The reads of one service. All of them are on their way when it has been made. */
final class ServiceReads {
    private final CutoverProperties properties;
    private final Instant now;
    private final FigureRows figureRows;
    private final Supplier<Attempt<Map<MetricQuery, MetricSeries>>> figures;
    private final Supplier<Attempt<Map<String, AutoScalingGroup>>> groups;
    private final Map<Color, List<Supplier<Attempt<Integer>>>> healthy = new EnumMap<>(Color.class);
    private final Supplier<Attempt<Map<String, AlarmReading>>> alarms;
    private final Map<String, Supplier<Attempt<LogSearch>>> logs = new LinkedHashMap<>();

    ServiceReads(Connection connection, CutoverProperties properties) {
        this.properties = properties;
        this.now = connection.clock().instant();
        this.figureRows = new FigureRows(properties, now);
        Reads reads = connection.reads();
        Aws aws = connection.aws();
        Telemetry telemetry = connection.account().telemetry();
        this.figures = Attempt.begin(
                reads, () -> telemetry.getMetricData(figureRows.queries(), figureRows.from(), figureRows.to()));
        this.groups = Attempt.begin(reads, () -> aws.describeAutoScalingGroups(groupNames()));
        List<String> names = named().stream().map(AlarmLine::name).toList();
        this.alarms = Attempt.begin(reads, () -> aws.describeAlarms(names));
        for (Color color : Color.values()) {
            healthy.put(
                    color,
                    properties.of(color).targetGroups().stream()
                            .map(group -> Attempt.begin(reads, () -> healthy(aws, group)))
                            .toList());
        }
        groupNames().forEach(group -> {
            String log = Contract.logGroupName(group);
            logs.put(group, Attempt.begin(reads, () -> ErrorSearch.newest(telemetry, log, now)));
        });
    }

    private List<String> groupNames() {
        return Stream.of(Color.values())
                .map(color -> properties.of(color).group())
                .distinct()
                .toList();
    }

    private static int healthy(Aws aws, String targetGroup) {
        return (int) aws.describeTargetHealth(targetGroup).stream()
                .filter(target -> target.state().equals("healthy"))
                .count();
    }

    /** Waits for the answers. */
    Checklist checklist() {
        Attempt<Map<String, AutoScalingGroup>> fleets = groups.get();
        Map<Color, Attempt<Integer>> hosts = new EnumMap<>(Color.class);
        Map<Color, CheckCell> healthyHosts = new EnumMap<>(Color.class);
        for (Color color : Color.values()) {
            String name = properties.of(color).group();
            hosts.put(
                    color,
                    fleets.map(all ->
                            all.containsKey(name) ? all.get(name).instances().size() : 0));
            healthyHosts.put(
                    color,
                    fleets.cell(all -> all.containsKey(name)
                            ? healthy(color, all.get(name).desired())
                            : CheckCell.none("no fleet")));
        }
        List<CheckRow> rows = new ArrayList<>();
        rows.add(new CheckRow("healthy", "hosts healthy/desired", false, healthyHosts));
        rows.addAll(figureRows.rows(figures.get(), hosts));
        return new Checklist(properties.service(), now, rows, alarmLines(), errorLogs());
    }

    private CheckCell healthy(Color color, int desired) {
        List<Integer> counts = new ArrayList<>();
        for (Supplier<Attempt<Integer>> one : healthy.get(color)) {
            Attempt<Integer> count = one.get();
            if (count.value().isEmpty()) {
                return CheckCell.unreadable(count.problem());
            }
            counts.add(count.value().get());
        }
        String shown = counts.stream().map(String::valueOf).collect(Collectors.joining("+"));
        return CheckCell.of(Collections.min(counts), shown + "/" + desired);
    }

    /** The alarms, before their states are known. */
    private List<AlarmLine> named() {
        List<AlarmLine> all = new ArrayList<>();
        properties.alarms().forEach(name -> all.add(new AlarmLine(name, "both", "", "")));
        for (Color color : Color.values()) {
            properties.of(color).alarms().forEach(name -> all.add(new AlarmLine(name, color.toString(), "", "")));
        }
        return all;
    }

    private List<AlarmLine> alarmLines() {
        Attempt<Map<String, AlarmReading>> read = alarms.get();
        return named().stream()
                .map(one -> new AlarmLine(
                        one.name(),
                        one.of(),
                        read.value()
                                .map(states -> states.containsKey(one.name())
                                        ? states.get(one.name()).state()
                                        : AlarmLine.MISSING)
                                .orElse(""),
                        read.problem()))
                .toList();
    }

    private List<ErrorLog> errorLogs() {
        List<ErrorLog> all = new ArrayList<>();
        logs.forEach((group, search) -> {
            String of = properties.sharesHosts()
                    ? "both"
                    : properties.of(Color.BLUE).group().equals(group) ? Color.BLUE.toString() : Color.GREEN.toString();
            Attempt<LogSearch> read = search.get();
            String problem = read.problem().equals("ResourceNotFoundException") ? ErrorLog.MISSING : read.problem();
            LogSearch found = read.value().orElse(new LogSearch(List.of(), true));
            all.add(new ErrorLog(of, Contract.logGroupName(group), found.lines(), found.whole(), problem));
        });
        return all;
    }
}
