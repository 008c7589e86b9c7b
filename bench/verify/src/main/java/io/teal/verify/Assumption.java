package io.teal.verify;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** One measurement, named after its row in {@code docs/assumptions.md}; measured in this order. */
enum Assumption {
    /** Swapped properties in a rollback, for a resource that was updated and for the one that failed. */
    C1("a rollback asks custom resources with swapped properties") {
        @Override
        Finding measure(Lab lab) {
            String status = lab.deploy(Map.of("Round", "two", "Fail", "yes"));
            Map<String, String> seen = lab.tags(lab.outputs().get("Log"));
            boolean updated = logged(seen, "Changing", "Update one from two");
            boolean failed = logged(seen, "Breaking", "Update one from two");
            return new Finding(
                    updated && failed,
                    status + "; swapped for the one that was updated: " + updated + ", for the one that failed: "
                            + failed);
        }
    },
    /** Calls to a custom resource without changes. */
    C2("a custom resource that does not change is not asked") {
        @Override
        Finding measure(Lab lab) {
            Map<String, String> seen = lab.tags(lab.outputs().get("Log"));
            long others = updates(seen, "Changing");
            long still = updates(seen, "Still");
            return new Finding(
                    others > 0 && still == 0,
                    "an update and its rollback asked it " + still + " times, and one that changes " + others);
        }
    },
    /** Attributes in a rollback. */
    C3("in a rollback an attribute is the one of the rollback's answer") {
        @Override
        Finding measure(Lab lab) {
            String before = lab.tags(lab.outputs().get("Mirror")).getOrDefault("mirror", "nothing");
            lab.deploy(Map.of("Round", "three", "Fail", "yes"));
            String after = lab.tags(lab.outputs().get("Mirror")).getOrDefault("mirror", "nothing");
            boolean changed = after.startsWith("one-") && !after.equals(before);
            return new Finding(changed, "before " + before + ", after the rollback " + after);
        }
    },
    /** How soon a new execution is listed. */
    S2("a new execution is listed within seconds") {
        @Override
        Finding measure(Lab lab) {
            String machine = lab.outputs().get("Machine");
            String started = lab.start(machine);
            long took = until(lab, () -> lab.executions(machine).contains(started), Duration.ofMinutes(1));
            return new Finding(took >= 0 && took <= 10_000, took < 0 ? "not within a minute" : took + " ms");
        }
    },
    /** How long new weights take to reach every node. */
    E3("new weights reach every node within 120 s") {
        @Override
        Finding measure(Lab lab) {
            Map<String, String> outputs = lab.outputs();
            String url = outputs.get("Url");
            if (until(lab, () -> every(lab.answers(url), "blue"), Duration.ofMinutes(1)) < 0) {
                return new Finding(false, "no result: before the change nodes answered " + lab.answers(url));
            }
            lab.move(outputs.get("Listener"), outputs.get("Blue"), outputs.get("Green"));
            long begun = lab.millis();
            long last = 0;
            while (lab.millis() - begun < WATCH.toMillis()) {
                List<String> answers = lab.answers(url);
                last = answers.contains("blue") ? lab.millis() - begun : last;
                lab.pause(Duration.ofMillis(500));
            }
            List<String> after = lab.answers(url);
            return new Finding(
                    last <= 120_000 && every(after, "green"),
                    "the old colour answered for the last time after " + last + " ms; at the end nodes answered "
                            + after);
        }
    },
    /** How late a load balancer's metrics are: the alarms count on the minutes that are known. */
    W5("the requests of a minute are known within three minutes of its end") {
        @Override
        Finding measure(Lab lab) {
            String listener = lab.outputs().get("Listener");
            String url = lab.outputs().get("Url");
            long oldest = -1;
            long begun = lab.millis();
            while (lab.millis() - begun < WATCH.toMillis()) {
                lab.answers(url);
                oldest = Math.max(oldest, lab.metricAgeMillis(listener));
                lab.pause(Duration.ofSeconds(2));
            }
            // The newest known minute is a minute older just before the next one is known.
            long late = oldest - Duration.ofMinutes(1).toMillis();
            return new Finding(
                    oldest >= 0 && late <= 180_000,
                    oldest < 0
                            ? "no minute was known"
                            : "known " + Math.max(0, late) + " ms after its end, at the latest");
        }
    },
    /** A new host's tags. */
    T1("the tagging API knows a new host within two minutes") {
        @Override
        Finding measure(Lab lab) {
            String group = lab.outputs().get("Fleet");
            lab.newVersion(lab.outputs().get("Template"));
            lab.resize(group, 2);
            long took = until(lab, () -> lab.tagged(group).size() == 2, Duration.ofMinutes(5));
            return new Finding(
                    took >= 0 && took <= 120_000,
                    took < 0 ? "not within five minutes" : took + " ms after the group was scaled out");
        }
    },
    /** What a host is known by. */
    A16("Auto Scaling says of each host by which number of the launch template it was launched") {
        @Override
        Finding measure(Lab lab) {
            Map<String, String> versions = lab.hosts(lab.outputs().get("Fleet"));
            return new Finding(
                    !versions.isEmpty() && versions.values().stream().allMatch(version -> version.matches("\\d+")),
                    "versions " + versions);
        }
    },
    /** A pinned launch template. */
    A1("a scale-out boots the group's launch template version, not the newest") {
        @Override
        Finding measure(Lab lab) {
            String group = lab.outputs().get("Fleet");
            until(lab, () -> lab.hosts(group).size() == 2, Duration.ofMinutes(5));
            Map<String, String> versions = lab.hosts(group);
            return new Finding(
                    versions.size() == 2 && versions.values().stream().allMatch("1"::equals), "versions " + versions);
        }
    },
    /** How soon a group's new size is read. */
    A3("a group says within ten seconds what size was set") {
        @Override
        Finding measure(Lab lab) {
            String group = lab.outputs().get("Fleet");
            lab.resize(group, 1);
            long took = until(lab, () -> lab.desired(group) == 1, Duration.ofMinutes(1));
            return new Finding(took >= 0 && took <= 10_000, took < 0 ? "not within a minute" : took + " ms");
        }
    },
    /** What turns a rolling release back. */
    A14("an update whose instance refresh is cancelled fails, and the stack goes back") {
        @Override
        Finding measure(Lab lab) {
            String group = lab.outputs().get("Fleet");
            lab.tagGroup(group, MARK, "kept");
            long begun = lab.millis();
            String status = lab.deployCancelled(Map.of("Round", "one", "Fail", "no", "Boots", "2"), group);
            return new Finding(
                    status.equals("UPDATE_ROLLBACK_COMPLETE"),
                    "the stack is " + status + " after " + (lab.millis() - begun) / 1000 + " s");
        }
    },
    /** Marks that no template names; A14 has updated the group, forward and back. */
    C12("tags that the template does not name stay on a group that is updated") {
        @Override
        Finding measure(Lab lab) {
            Map<String, String> tags = lab.groupTags(lab.outputs().get("Fleet"));
            return new Finding("kept".equals(tags.get(MARK)), "tags " + new TreeMap<>(tags));
        }
    };

    private static final String MARK = "by-hand";

    private static final Duration WATCH = Duration.ofMinutes(4);

    private final String claim;

    Assumption(String claim) {
        this.claim = claim;
    }

    String claim() {
        return claim;
    }

    abstract Finding measure(Lab lab);

    private static boolean logged(Map<String, String> seen, String resource, String what) {
        return seen.entrySet().stream()
                .anyMatch(entry -> entry.getKey().startsWith(resource + "-")
                        && entry.getValue().equals(what));
    }

    private static long updates(Map<String, String> seen, String resource) {
        return seen.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(resource + "-"))
                .filter(entry -> entry.getValue().startsWith("Update "))
                .count();
    }

    /** Whether there are nodes, and each responds with {@code color}. */
    private static boolean every(List<String> answers, String color) {
        return !answers.isEmpty() && answers.stream().allMatch(color::equals);
    }

    /** Milliseconds until {@code condition} holds; -1 on a timeout. */
    private static long until(Lab lab, BooleanSupplier condition, Duration patience) {
        long begun = lab.millis();
        while (lab.millis() - begun <= patience.toMillis()) {
            if (condition.getAsBoolean()) {
                return lab.millis() - begun;
            }
            lab.pause(Duration.ofMillis(500));
        }
        return -1;
    }
}
