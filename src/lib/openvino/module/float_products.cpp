#include "lib/openvino/module/float_products.h"

#include <openvino/frontend/onnx/extension/conversion.hpp>
#include <openvino/op/constant.hpp>
#include <openvino/op/convert.hpp>
#include <openvino/op/matmul.hpp>
#include <openvino/op/subtract.hpp>

namespace aloud {
namespace {

using ov::frontend::NodeContext;
namespace op = ov::op;

ov::Output<ov::Node> scalar(float value) {
    return op::v0::Constant::create(ov::element::f32, {}, std::vector<float>{value});
}

ov::Output<ov::Node> as_float(const ov::Output<ov::Node>& value) {
    return std::make_shared<op::v0::Convert>(value, ov::element::f32);
}

ov::OutputVector dynamic_quantize_linear(const NodeContext& node) {
    return {node.get_input(0), scalar(1), scalar(0)};
}

/// Inputs: a, b, zero point of a (0, from above), zero point of b: one, or one a column.
ov::OutputVector mat_mul_integer(const NodeContext& node) {
    ov::Output<ov::Node> weight = as_float(node.get_input(1));
    if (node.get_input_size() > 3) weight = std::make_shared<op::v1::Subtract>(weight, as_float(node.get_input(3)));
    return {std::make_shared<op::v0::MatMul>(node.get_input(0), weight)};
}

}  // namespace

void read_products_as_float(ov::Core& core) {
    using Conversion = ov::frontend::onnx::ConversionExtension;
    core.add_extension(std::make_shared<Conversion>("DynamicQuantizeLinear", dynamic_quantize_linear));
    core.add_extension(std::make_shared<Conversion>("MatMulInteger", mat_mul_integer));
}

}  // namespace aloud
