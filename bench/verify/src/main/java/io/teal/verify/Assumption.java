package io.teal.verify;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    };

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
