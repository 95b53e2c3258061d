"""A flow and its drawing in lanes → BPMN 2.0 XML that modelling programs open and edit."""

from generator.chart.bpmn.write import to_bpmn

__all__ = ["to_bpmn"]
