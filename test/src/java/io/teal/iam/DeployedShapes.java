package io.teal.iam;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;

/** Every shape, synthesized in one go, deployed, and taken through all cases. */
final class DeployedShapes {
    /** The roles of the first service of each shape, then those of the second. */
    final List<Role> first = new ArrayList<>();

    final List<Role> second = new ArrayList<>();

    /** Every method of the port that was called. */
    final Set<Method> called = new HashSet<>();

    private final Path assembly;

    /** Synthesizes into {@code assembly}. */
    DeployedShapes(Path assembly) throws IOException {
        this.assembly = assembly;
        App app = new App(AppProps.builder()
                .outdir(assembly.toString())
                .analyticsReporting(false)
                .build());
        for (Shape shape : Shape.values()) {
            shape.fill(new Stack(app, name(shape)));
        }
        app.synth();
        try (Wire wire = new Wire()) {
            for (Shape shape : Shape.values()) {
                if (shape == Shape.ROLLING) {
                    addTurnBack(name(shape));
                } else {
                    add(name(shape), wire);
                }
            }
        }
    }

    private static String name(Shape shape) {
        return shape.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private DeployedTemplate template(String stack) throws IOException {
        JsonNode json = new ObjectMapper()
                .readTree(assembly.resolve(stack + ".template.json").toFile());
        return new DeployedTemplate(stack, json);
    }

    /** A rolling service has no function. */
    private void addTurnBack(String stack) throws IOException {
        DeployedTemplate template = template(stack);
        TurnBackRoles orders = new TurnBackRoles(stack, template, Shape.SERVICE);
        TurnBackRoles other = new TurnBackRoles(stack, template, Shape.SECOND_SERVICE);
        first.addAll(List.of(orders.machine(other), orders.rule(other)));
        second.addAll(List.of(other.machine(orders), other.rule(orders)));
    }

    private void add(String stack, Wire wire) throws IOException {
        DeployedTemplate template = template(stack);
        ServiceRoles orders = new ServiceRoles(stack, template, Shape.SERVICE, wire);
        ServiceRoles other = new ServiceRoles(stack, template, Shape.SECOND_SERVICE, wire);
        first.addAll(List.of(orders.function(other), orders.machine(other)));
        second.addAll(List.of(other.function(orders), other.machine(orders)));
        called.addAll(orders.methods());
    }
}
