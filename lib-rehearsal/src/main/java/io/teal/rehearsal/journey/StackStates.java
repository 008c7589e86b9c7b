package io.teal.rehearsal.journey;

import io.teal.rehearsal.BadInputException;
import io.teal.rehearsal.aws.cloudformation.StackReader;
import io.teal.rehearsal.template.StackFile;
import io.teal.rehearsal.template.Template;
import io.teal.rehearsal.template.TemplateReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The template that each stack of a run has, from one release to the next. */
final class StackStates {
    private final TemplateReader reader;
    private final Map<String, StackFile> now = new LinkedHashMap<>();

    StackStates(TemplateReader reader) {
        this.reader = reader;
    }

    /** The names of the stacks. */
    String title() {
        return String.join(", ", now.keySet());
    }

    /** At first every stack has the first template that is its own; each later one is an update of its stack. */
    List<RehearsedRelease> releases(List<Source.TemplateRelease> templates) {
        List<Source.TemplateRelease> updates = new ArrayList<>();
        List<String> first = new ArrayList<>();
        for (Source.TemplateRelease each : templates) {
            if (each.stack().isEmpty() != templates.get(0).stack().isEmpty()) {
                throw new BadInputException(
                        "--templates names the stack of some templates, and not of " + each.file(),
                        "write every one as STACK=FILE, or none");
            }
            if (now.putIfAbsent(each.stack(), each.stackFile()) == null) {
                first.add(each.name());
            } else {
                updates.add(each);
            }
        }
        List<RehearsedRelease> releases = new ArrayList<>();
        releases.add(release(String.join(", ", first)));
        updates.forEach(update -> {
            now.put(update.stack(), update.stackFile());
            releases.add(release(update.name()));
        });
        return releases;
    }

    /** A release for each of {@code stacks} whose template is another than before; one if none is, or at first. */
    List<RehearsedRelease> releases(String name, Map<String, Path> stacks) throws IOException {
        List<RehearsedRelease> releases = new ArrayList<>();
        boolean begins = now.isEmpty();
        for (Map.Entry<String, Path> stack : stacks.entrySet()) {
            StackFile before = now.get(stack.getKey());
            boolean changed = before == null || Files.mismatch(before.file(), stack.getValue()) >= 0;
            now.put(stack.getKey(), new StackFile(stack.getKey(), stack.getValue(), Map.of()));
            if (changed && !begins) {
                releases.add(release(stacks.size() == 1 ? name : name + ": " + stack.getKey()));
            }
        }
        return releases.isEmpty() ? List.of(release(name)) : releases;
    }

    private RehearsedRelease release(String name) {
        Template template = reader.read(List.copyOf(now.values()));
        now.values()
                .forEach(stack -> ParameterSets.require(stack.parameters().keySet(), List.of(template.parameters())));
        return new RehearsedRelease(name, StackReader.read(template));
    }
}
