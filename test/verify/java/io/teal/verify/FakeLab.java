package io.teal.verify;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An account in memory whose time passes only in pauses; each field is a way in which AWS could behave. */
final class FakeLab implements Lab {
    boolean swaps = true;
    boolean readsAttributesAnew = true;
    boolean createFails;
    boolean breaks;
    boolean silent;
    boolean asksAgain;
    String deleted = "DELETE_COMPLETE";
    Optional<RuntimeException> signedOut = Optional.empty();
    long spreadMillis = 20_000;
    long listedAfterMillis = 1_000;
    long taggedAfterMillis = 30_000;
    String bootedVersion = "1";
    long metricsLateMillis = 90_000;
    long sizedAfterMillis = 1_000;
    String cancelled = "UPDATE_ROLLBACK_COMPLETE";
    boolean dropsTags;

    final List<String> did = new ArrayList<>();
    private static final long MINUTE = 60_000;
    private final Map<String, String> log = new HashMap<>();
    private String mirror = "";
    private final Map<String, String> tags = new HashMap<>();
    private int size = 1;
    private int sized = 1;
    private int answers;
    private long now;
    private boolean moved;
    private long movedAt;
    private long startedAt;
    private long grownAt;

    @Override
    public String account() {
        signedOut.ifPresent(failure -> {
            throw failure;
        });
        return "123456789012";
    }

    @Override
    public String name() {
        return "teal-verify-1";
    }

    @Override
    public String deploy(Map<String, String> parameters) {
        did.add("deploy " + parameters.get("Round"));
        if (parameters.get("Round").equals("one")) {
            log.put("Still-1", "Create always from -");
            mirror = "one-" + answers++;
            return createFails ? "ROLLBACK_COMPLETE" : "CREATE_COMPLETE";
        }
        String swapped = swaps ? "Update one from " + parameters.get("Round") : "Update";
        log.put("Changing-" + answers, swapped);
        log.put("Breaking-" + answers, swapped);
        if (asksAgain) {
            log.put("Still-" + answers, "Update always from always");
        }
        mirror = readsAttributesAnew ? "one-" + answers++ : mirror;
        return "UPDATE_ROLLBACK_COMPLETE";
    }

    @Override
    public String deployCancelled(Map<String, String> parameters, String group) {
        did.add("deploy " + parameters.get("Boots") + ", cancelled");
        tags.keySet().removeIf(tag -> dropsTags);
        return cancelled;
    }

    @Override
    public String delete() {
        did.add("delete");
        return deleted;
    }

    @Override
    public Map<String, String> outputs() {
        if (breaks) {
            throw new IllegalStateException("Rate exceeded");
        }
        return Stream.of("Url", "Listener", "Blue", "Green", "Log", "Mirror", "Machine", "Template", "Fleet")
                .collect(Collectors.toMap(name -> name, name -> name));
    }

    @Override
    public Map<String, String> tags(String targetGroup) {
        return targetGroup.equals("Log") ? Map.copyOf(log) : Map.of("mirror", mirror);
    }

    @Override
    public void move(String listener, String from, String to) {
        moved = true;
        movedAt = now;
    }

    @Override
    public List<String> answers(String url) {
        if (silent) {
            return List.of("no answer", "no answer");
        }
        String late = !moved || now - movedAt < spreadMillis ? "blue" : "green";
        return List.of(moved ? "green" : "blue", late);
    }

    @Override
    public long metricAgeMillis(String listener) {
        long known = (now - metricsLateMillis) / MINUTE * MINUTE;
        return metricsLateMillis < 0 ? -1 : now - known;
    }

    @Override
    public String start(String machine) {
        startedAt = now;
        return "run";
    }

    @Override
    public List<String> executions(String machine) {
        return now - startedAt >= listedAfterMillis ? List.of("run") : List.of();
    }

    @Override
    public void newVersion(String template) {
        did.add("new version");
    }

    @Override
    public void resize(String group, int desired) {
        grownAt = now;
        sized = size;
        size = desired;
    }

    @Override
    public int desired(String group) {
        return now - grownAt >= sizedAfterMillis ? size : sized;
    }

    @Override
    public void tagGroup(String group, String key, String value) {
        tags.put(key, value);
    }

    @Override
    public Map<String, String> groupTags(String group) {
        return Map.copyOf(tags);
    }

    @Override
    public Map<String, String> hosts(String group) {
        return Map.of("i-1", "1", "i-2", bootedVersion);
    }

    @Override
    public List<String> tagged(String group) {
        return now - grownAt >= taggedAfterMillis ? List.of("i-1", "i-2") : List.of("i-1");
    }

    @Override
    public void pause(Duration time) {
        now += time.toMillis();
    }

    @Override
    public long millis() {
        return now;
    }
}
