package io.teal.rehearsal.run;

import io.teal.rehearsal.aws.autoscaling.FleetModel;
import io.teal.rehearsal.journey.Journey;
import io.teal.rehearsal.journey.Leg;
import io.teal.rehearsal.load.Exchange;
import io.teal.rehearsal.report.Course;
import io.teal.rehearsal.report.Course.Milestone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the course of a run from its timeline. */
final class CourseReader {
    private final Timeline timeline;
    private final Journey journey;
    private final Map<String, FleetModel> hosts;
    private final long zero;
    private final long end;

    /** Times count from {@code zero}, a microsecond since 1970. */
    CourseReader(Timeline timeline, Journey journey, Map<String, FleetModel> hosts, long zero) {
        this.timeline = timeline;
        this.journey = journey;
        this.hosts = hosts;
        this.zero = zero;
        List<Timeline.Span> spans = timeline.spans();
        this.end = spans.get(spans.size() - 1).to();
    }

    Course of(List<Exchange> exchanges) {
        RequestsPerSecond seconds = new RequestsPerSecond(hosts, zero);
        return new Course(
                seconds(end), seconds.servers(exchanges), seconds.of(exchanges), levels(), marks(), decisions());
    }

    private double seconds(long micros) {
        return Timeline.seconds(micros - zero);
    }

    private Stream<Timeline.FleetChange> beforeEnd() {
        return timeline.levels().stream().filter(level -> level.at() < end);
    }

    private List<Course.Level> levels() {
        return beforeEnd()
                .map(level -> new Course.Level(
                        seconds(level.at()),
                        level.fleet().name(),
                        level.fleet().weight(),
                        level.fleet().healthy(),
                        level.fleet().desired(),
                        level.fleet().hosts()))
                .toList();
    }

    private List<Course.RunDecision> decisions() {
        return new Decisions(zero)
                .of(timeline.said().stream().filter(said -> said.at() < end).toList());
    }

    private List<Milestone> marks() {
        Stream<Milestone> legs = timeline.spans().stream()
                .map(span -> new Milestone(seconds(span.from()), Milestone.MilestoneKind.LEG, span.name()));
        return Stream.of(legs, results(), weights().stream())
                .flatMap(marks -> marks)
                .sorted(Comparator.comparing(Milestone::seconds))
                .toList();
    }

    private Stream<Milestone> results() {
        Set<String> deploys = journey.legs().stream()
                .filter(leg -> leg.deploys().isPresent())
                .map(Leg::name)
                .collect(Collectors.toSet());
        return timeline.spans().stream()
                .filter(span -> deploys.contains(span.name()))
                .map(span -> new Milestone(
                        seconds(span.to()),
                        Milestone.MilestoneKind.RESULT,
                        span.name() + (span.back().isEmpty() ? ": complete" : ": went back: " + span.back())));
    }

    private List<Milestone> weights() {
        List<Milestone> marks = new ArrayList<>();
        Map<String, Integer> weights = new TreeMap<>();
        String before = "";
        for (List<Timeline.FleetChange> together : atOnce()) {
            together.forEach(
                    level -> weights.put(level.fleet().name(), level.fleet().weight()));
            String now = weights.entrySet().stream()
                    .filter(weight -> weight.getValue() > 0)
                    .map(weight -> weight.getKey() + " " + weight.getValue())
                    .collect(Collectors.joining(", "));
            if (!now.equals(before)) {
                marks.add(new Milestone(seconds(together.get(0).at()), Milestone.MilestoneKind.WEIGHTS, now));
                before = now;
            }
        }
        return marks;
    }

    private Iterable<List<Timeline.FleetChange>> atOnce() {
        return beforeEnd()
                .collect(Collectors.groupingBy(Timeline.FleetChange::at, TreeMap::new, Collectors.toList()))
                .values();
    }
}
