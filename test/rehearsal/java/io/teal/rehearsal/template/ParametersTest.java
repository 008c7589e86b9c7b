package io.teal.rehearsal.template;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.teal.rehearsal.BadInputException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that CloudFormation would not take for a parameter. */
class ParametersTest {
    private static void read(String declared, Map<String, String> given) {
        String text = "{\"Parameters\": {\"It\": " + declared + "}, \"Resources\": {\"A\": {\"Type\": \"T\"}}}";
        new TemplateReader(given).parse(text, "a.json");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"Type": "String", "AllowedValues": ["test", "prod"]}                  | banana | one of test, prod
                    {"Type": "CommaDelimitedList", "AllowedValues": ["a", "b"]}            | a, c   | one of a, b, got 'c'
                    {"Type": "String", "AllowedPattern": "[a-z]+"}                         | abc1   | AllowedPattern [a-z]+
                    {"Type": "String", "AllowedPattern": "(a"}                             | abc1   | is no regular expression
                    {"Type": "String", "MinLength": 3}                                     | ab     | MinLength
                    {"Type": "String", "MaxLength": "3"}                                   | abcd   | MaxLength
                    {"Type": "Number"}                                                     | many   | a number, got 'many'
                    {"Type": "List<Number>"}                                               | 1, x   | a number, got 'x'
                    {"Type": "Number", "MaxValue": 100}                                    | 5000   | MaxValue, ..100
                    {"Type": "Number", "MinValue": "1", "MaxValue": 9}                     | 0      | MaxValue, 1..9
                    """)
    void areRefusedWhetherGivenOrDefault(String declared, String value, String message) {
        assertThatThrownBy(() -> read(declared, Map.of("It", value)))
                .isInstanceOf(BadInputException.class)
                .hasMessageContaining("parameter It")
                .hasMessageContaining(message);
        String byDefault = declared.replaceFirst("}$", ", \"Default\": \"" + value + "\"}");
        assertThatThrownBy(() -> read(byDefault, Map.of())).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"Type": "String", "AllowedValues": ["test", 4]}                        | 4
                    {"Type": "Number", "MinValue": 0.5, "MaxValue": 9}                      | 0.5
                    {"Type": "List<Number>", "MaxValue": 9}                                 | 1, 9
                    {"Type": "AWS::SSM::Parameter::Value<String>", "AllowedPattern": "/.*"} | prod
                    {"Type": "String", "MinLength": 1, "MaxLength": 3, "AllowedPattern": "a+"} | aaa
                    """)
    void othersAreTaken(String declared, String value) {
        assertThatCode(() -> read(declared, Map.of("It", value))).doesNotThrowAnyException();
    }
}
