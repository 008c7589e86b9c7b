package io.teal.rehearsal.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.teal.rehearsal.aws.cloudformation.StackModel;
import io.teal.rehearsal.aws.cloudformation.StackReader;
import io.teal.rehearsal.template.TemplateReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** A pair of fleets written by hand: a release without verification, alarms or waits. */
final class HandMadePair {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEMPLATE = "by-the-clock.json";
    private static final String FORWARD = "/Resources/Production/Properties/DefaultActions/0/ForwardConfig";
    private static final int AN_HOUR_SECONDS = 3600;

    private final boolean sticky;

    /** With or without stickiness of an hour. */
    HandMadePair(boolean sticky) {
        this.sticky = sticky;
    }

    /** Its template with so much traffic on blue. */
    StackModel with(int blueWeight) {
        return without("", blueWeight);
    }

    /** Its template without the fleet of {@code color}. */
    StackModel without(String color, int blueWeight) {
        try (InputStream in = HandMadePair.class.getResourceAsStream(TEMPLATE)) {
            ObjectNode template = (ObjectNode) JSON.readTree(in);
            ((ObjectNode) template.path("Resources")).remove(color + "Fleet");
            ObjectNode forward = (ObjectNode) template.at(FORWARD);
            ((ObjectNode) forward.path("TargetGroups").get(0)).put("Weight", blueWeight);
            ((ObjectNode) forward.path("TargetGroups").get(1)).put("Weight", 100 - blueWeight);
            forward.putObject("TargetGroupStickinessConfig")
                    .put("Enabled", sticky)
                    .put("DurationSeconds", AN_HOUR_SECONDS);
            return StackReader.read(new TemplateReader(Map.of()).parse(template.toString(), TEMPLATE));
        } catch (IOException damaged) {
            throw new UncheckedIOException(TEMPLATE + " is not in the jar", damaged);
        }
    }
}
