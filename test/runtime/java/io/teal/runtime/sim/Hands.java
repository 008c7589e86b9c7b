package io.teal.runtime.sim;

import io.teal.release.Color;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.observation.Weights;
import io.teal.release.port.AwsException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** What CloudFormation does with each resource. */
final class Hands {
    static final String STACK = "arn:stack/shop";
    private static final DateTimeFormatter SIGNED =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final long CUSTOM_RESOURCE_SECONDS = 3600;
    private static final long REFRESH_SECONDS = 1800;

    private final World world;
    private final Map<Color, TreeMap<Integer, Host.Content>> templates = new EnumMap<>(Color.class);
    private final Map<String, Waiting> waiting = new HashMap<>();
    private int requests;

    private record Waiting(Part part, Map<String, Object> event, Pass.End end) {}

    Hands(World world) {
        this.world = world;
        for (Color color : Color.values()) {
            templates.put(color, new TreeMap<>());
        }
    }

    void change(Part part, Object from, Object to, boolean back, Pass.End end) {
        switch (part) {
            case BLUE_TEMPLATE, GREEN_TEMPLATE -> launchTemplate(part, (Host.Content) to, back, end);
            case PREFLIGHT, SHIFT -> custom(part, from, to, end);
            case BLUE_GROUP, GREEN_GROUP -> group(part, from, (Template.Fleet) to, end);
            case LISTENER -> listener(from, (Template.Listener) to, end);
            case SCALING -> world.time.in(500 + world.random.nextInt(8000), () -> end.done(Map.of()));
            default -> neighbor(to.toString(), end);
        }
    }

    Host.Content content(Color color, int version) {
        Host.Content content = templates.get(color).get(version);
        if (content == null) {
            throw new Broken("a group launches from a version that its launch template has, not from " + version);
        }
        return content;
    }

    /** A launch template that goes back may get a new version of the old content. */
    private void launchTemplate(Part part, Host.Content content, boolean back, Pass.End end) {
        TreeMap<Integer, Host.Content> versions = templates.get(part.color().orElseThrow());
        boolean reuses = back && !world.stack.renumbers && versions.containsValue(content);
        int number = reuses ? 1 : versions.isEmpty() ? 1 : versions.lastKey() + 1;
        while (reuses && !content.equals(versions.get(number))) {
            number++;
        }
        versions.put(number, content);
        end.done(Map.of("LatestVersionNumber", Integer.toString(number)));
    }

    private void group(Part part, Object from, Template.Fleet fleet, Pass.End end) {
        Group group = world.group(part.color().orElseThrow());
        if (from == null) {
            group.create(fleet);
            end.done(Map.of());
            return;
        }
        group.update(fleet, () -> end.done(Map.of()));
        world.time.inSeconds(REFRESH_SECONDS, () -> end.failed("the instance refresh has timed out"));
    }

    private void listener(Object from, Template.Listener to, Pass.End end) {
        if (from == null) {
            world.balancer.create(to.weights());
        } else {
            world.judge.settles(to.weights());
            world.balancer.write(to.weights());
        }
        end.done(Map.of());
    }

    /** {@code fail:90} fails after so many seconds, {@code slow:90} takes as long. */
    private void neighbor(String word, Pass.End end) {
        String[] parts = word.split(":", -1);
        long seconds = parts.length == 2 ? Long.parseLong(parts[1]) : world.random.nextInt(60);
        world.time.inSeconds(seconds, () -> {
            if (parts[0].equals("fail")) {
                end.failed("Resource handler returned message: no");
            } else {
                end.done(Map.of());
            }
        });
    }

    @SuppressWarnings("unchecked")
    private void custom(Part part, Object from, Object to, Pass.End end) {
        Map<String, Object> event = event(part, from == null ? "Create" : "Update", to);
        if (from != null) {
            event.put("OldResourceProperties", new TreeMap<>((Map<String, Object>) from));
        }
        send(part, event, end);
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> event(Part part, String type, Object properties) {
        Map<String, Object> event = new TreeMap<>();
        String id = "r" + ++requests;
        event.put("RequestType", type);
        event.put("RequestId", id);
        event.put("StackId", STACK);
        event.put("ResponseURL", "https://cloudformation/" + id + "?X-Amz-Date=" + SIGNED.format(world.time.instant()));
        event.put("ResourceType", part == Part.SHIFT ? "Custom::TealShift" : "Custom::TealPreflight");
        event.put("LogicalResourceId", part.name());
        event.put("ResourceProperties", new TreeMap<>((Map<String, Object>) properties));
        if (!type.equals("Create")) {
            event.put("PhysicalResourceId", "teal-" + part);
        }
        return event;
    }

    private void send(Part part, Map<String, Object> event, Pass.End end) {
        String url = event.get("ResponseURL").toString();
        waiting.put(url, new Waiting(part, event, end));
        world.time.in(300, () -> world.machine.deliver(event, 0));
        world.time.inSeconds(CUSTOM_RESOURCE_SECONDS, () -> {
            if (waiting.remove(url) != null) {
                end.failed("CloudFormation did not receive a response from your Custom Resource");
            }
        });
    }

    @SuppressWarnings("unchecked")
    void answered(String url, Map<String, Object> answer) {
        Waiting asked = waiting.remove(url);
        if (asked == null || !asked.end().isAwaited()) {
            return;
        }
        boolean succeeded = answer.get("Status").equals("SUCCESS");
        world.judge.answered(
                asked.part(), asked.event(), succeeded, answer.get("Reason").toString());
        Map<String, String> data = new TreeMap<>();
        ((Map<String, Object>) answer.get("Data")).forEach((name, value) -> data.put(name, value.toString()));
        if (succeeded) {
            asked.end().done(data);
        } else {
            asked.end().failed(answer.get("Reason").toString());
        }
    }

    boolean isAwaited(Map<String, Object> event) {
        Waiting asked = waiting.get(event.get("ResponseURL").toString());
        return asked != null && asked.end().isAwaited();
    }

    /** Removes a resource; {@code gone} follows when it is. */
    void remove(Part part, Runnable gone) {
        world.story.tell(() -> part + " is removed");
        Object last = world.stack.current.remove(part);
        if (part.custom()) {
            send(part, event(part, "Delete", last), new Gone(gone));
            return;
        }
        long takes = 500;
        if (part == Part.LISTENER) {
            world.balancer.delete();
        } else if (part == Part.BLUE_GROUP || part == Part.GREEN_GROUP) {
            world.group(part.color().orElseThrow()).delete();
            takes += world.drain;
        } else if (part.color().isPresent()) {
            templates.get(part.color().get()).clear();
        }
        world.time.in(takes, gone);
    }

    private record Gone(Runnable gone) implements Pass.End {
        @Override
        public void done(Map<String, String> attributes) {
            gone.run();
        }

        @Override
        public void failed(String reason) {
            throw new Broken("a delete is never answered with FAILED, and was: " + reason);
        }
    }

    /** The stack as it is long after {@code template} was deployed. */
    void settle(Template template, int hosts) {
        for (Part part : Part.values()) {
            Map<String, String> attributes = new TreeMap<>();
            if (part == Part.PREFLIGHT) {
                attributes.putAll(Map.of("Blue" + CutoverMap.PIN, "1", "Green" + CutoverMap.PIN, "1"));
            } else if (part == Part.SHIFT) {
                Weights weights = Weights.of(template.release());
                attributes.put("Blue" + CutoverMap.WEIGHT, Integer.toString(weights.blue()));
                attributes.put("Green" + CutoverMap.WEIGHT, Integer.toString(weights.green()));
            }
            Object resolved = template.resolved(part, world.stack.attributes, world.balancer.ports);
            if (resolved != null) {
                settle(part, resolved, hosts, attributes);
            }
        }
    }

    private void settle(Part part, Object resolved, int hosts, Map<String, String> attributes) {
        world.stack.current.put(part, resolved);
        world.stack.attributes.put(part, attributes);
        if (resolved instanceof Host.Content content) {
            templates.get(part.color().orElseThrow()).put(1, content);
            attributes.put("LatestVersionNumber", "1");
        } else if (resolved instanceof Template.Fleet fleet) {
            world.group(part.color().orElseThrow()).settle(fleet, hosts);
        } else if (resolved instanceof Template.Listener listener) {
            world.balancer.create(listener.weights());
        }
    }

    /** CloudFormation's address for answers: it may be out of reach. */
    void put(String url, Map<String, Object> answer) {
        world.faults.before();
        world.time.pass(20);
        Faults.Fate fate = world.faults.writing("PutAnswer");
        world.story.tell(() -> world.machine.writer() + " answers " + answer.get("Status") + " " + answer.get("Reason")
                + " " + answer.get("Data") + " " + fate);
        if (fate != Faults.Fate.REJECTED) {
            answered(url, answer);
        }
        if (fate != Faults.Fate.APPLIED) {
            throw new AwsException("Timeout", "the answer was not taken", null);
        }
        world.faults.after();
    }
}
