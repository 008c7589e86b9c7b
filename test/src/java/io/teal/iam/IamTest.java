package io.teal.iam;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Stack;

class IamTest {
    @TempDir
    static Path out;

    @Test
    void trial() throws Exception {
        long t = System.currentTimeMillis();
        App app = new App(AppProps.builder().outdir(out.toString()).analyticsReporting(false).build());
        for (Shape shape : Shape.values()) {
            shape.fill(new Stack(app, shape.name().toLowerCase().replace('_', '-')));
        }
        app.synth();
        System.out.println("synth " + (System.currentTimeMillis() - t));
        try (Wire wire = new Wire(); Simulator simulator = new Simulator()) {
        System.out.println("wire " + (System.currentTimeMillis() - t));
        for (Shape shape : Shape.values()) {
            String stack = shape.name().toLowerCase().replace('_', '-');
            DeployedTemplate template = new DeployedTemplate(stack, new ObjectMapper().readTree(out.resolve(stack + ".template.json").toFile()));
            for (String service : Shape.SERVICES) {
                ServiceCases cases = new ServiceCases(template, service).play();
                System.out.println(shape + " " + service + " " + cases.operation.recorder.calls().size() + " " + cases.operation.functions + " " + (System.currentTimeMillis() - t));
                List<AwsCall> calls = new ArrayList<>();
                wire.requests(cases.operation.recorder.calls()).forEach(asked -> calls.addAll(Authorization.of(cases.operation.account, asked)));
                System.out.println(calls.size() + " " + (System.currentTimeMillis() - t));
                calls.stream().distinct().forEach(System.out::println);
            }
        }
        }
    }
}
