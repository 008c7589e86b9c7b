package io.teal.operate.account;

import io.teal.operate.RefusedException;
import io.teal.rehearsal.assembly.CloudAssembly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Finds the stack that an operator means without naming it. */
public final class StackName {
    private static final String OUT = "cdk.out";

    private StackName() {}

    /**
     * The only stack with a service of Teal that was synthesized in {@code folder}, or the nearest folder above it that
     * has a {@code cdk.out}.
     *
     * @throws RefusedException if there is none, or more than one
     */
    public static String near(Path folder) {
        for (Path at = folder.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve(OUT).resolve("manifest.json"))) {
                return only(CloudAssembly.read(at.resolve(OUT)));
            }
        }
        throw new RefusedException("no STACK is named, and there is no cdk.out here", "name it, or run cdk synth");
    }

    private static String only(CloudAssembly assembly) {
        List<String> names = assembly.templates().entrySet().stream()
                .filter(stack -> !read(stack).shifts().isEmpty())
                .map(stack -> inCloudFormation(stack.getKey()))
                .toList();
        if (names.isEmpty()) {
            throw new RefusedException("no stack in cdk.out has a service of Teal", "name the stack you mean");
        }
        if (names.size() > 1) {
            throw new RefusedException("cdk.out has several stacks: " + String.join(", ", names), "name one");
        }
        return names.get(0);
    }

    /** The CDK shows {@code prod/orders (prod-orders)}: CloudFormation's name is in the brackets. */
    static String inCloudFormation(String shown) {
        int open = shown.lastIndexOf('(');
        return open >= 0 && shown.endsWith(")") ? shown.substring(open + 1, shown.length() - 1) : shown;
    }

    private static TemplateText read(Map.Entry<String, Path> stack) {
        try {
            return TemplateText.parse(Files.readString(stack.getValue()), stack.getKey());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
