// The int8 products of a dynamically quantised ONNX file, read as float ones.
#pragma once

#include <openvino/runtime/core.hpp>

namespace aloud {

/// DynamicQuantizeLinear passes its input on with the scale 1 and the zero point 0, MatMulInteger multiplies it by
/// (weight − zero point); the file's own Cast and Mul by both scales then give the float product. The weights stay as
/// they were shipped, only the rounding of what flows is gone. On processors tried it takes two thirds of the time.
void read_products_as_float(ov::Core& core);

}  // namespace aloud
