"""Alert rules: a YAML file of conditions in CEL, checked, compiled and tried on clusters."""
