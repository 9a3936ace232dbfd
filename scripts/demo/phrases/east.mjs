import { dialoguesFrom, values } from "./lib/dialogues.mjs";

/** Japanese, Chinese and Korean. */
export const slots = {
  ja: {
    ok: values(`承知しました | 了解です | はい | わかりました | 大丈夫です | かしこまりました | 問題ありません | そうします | はい、確認します
      すぐやります | いいですね | お任せください`),
    thanks:
      values(`ありがとうございます | 助かります | 感謝します | ありがとうございました | 恐れ入ります | いつもありがとうございます
      とても助かりました | お手数をおかけしました | 早速ありがとうございます | ありがとう | 本当にありがとうございます`),
    hello:
      values(`おはようございます | お疲れさまです | お世話になっております | すみません | こんにちは | 少しよろしいですか | 確認です
      一つ質問です | 失礼します | たびたびすみません`),
    place:
      values(`第1工場 | 第2工場 | 第3工場 | 第4工場 | 1番ゲート | 2番ゲート | 3番ゲート | 5号岸壁 | 7号岸壁 | ポンプ室 | 製図室 | 食堂
      会議室 | 倉庫 | 第1ドック`),
    day: values(`月曜日 | 火曜日 | 水曜日 | 木曜日 | 金曜日 | 明日 | 今日 | 明後日 | 来週 | 来週の月曜日 | 3日 | 12日 | 21日 | 月末
      今週中`),
    document:
      values(`図面 | 検査成績書 | 見積書 | 議事録 | 構造計算書 | 数量表 | 溶接記録 | 納品書 | 工程表 | 取扱説明書 | 仕様書 | 試験報告書
      写真台帳`),
    part: values(
      `羽根車 | 軸受 | ボルト | パッキン | センサー | 継手 | フランジ | 弁 | フィルター | ゴムシール | 軸 | 歯車`,
    ),
  },
  zh: {
    ok: values(
      `好的 | 收到 | 没问题 | 可以 | 行 | 明白 | 好 | 马上办 | 知道了 | 同意 | 没事 | 就这样`,
    ),
    thanks: values(
      `谢谢 | 多谢 | 非常感谢 | 辛苦了 | 谢谢你 | 太好了，谢谢 | 麻烦你了 | 感谢 | 谢谢帮忙 | 十分感谢`,
    ),
    place: values(
      `一号厂房 | 二号厂房 | 三号厂房 | 四号厂房 | 一号门 | 二号门 | 三号门 | 五号码头 | 七号码头 | 仓库 | 食堂 | 一号船坞`,
    ),
    day: values(
      `周一 | 周二 | 周三 | 周四 | 周五 | 明天 | 今天 | 后天 | 下周 | 月底 | 三号 | 十二号 | 二十一号`,
    ),
    document: values(
      `合同 | 发票 | 报价单 | 装箱单 | 质保书 | 订单 | 付款单 | 检验报告 | 提单 | 产地证 | 清单`,
    ),
    material: values(
      `钢板 | 焊丝 | 锌粉 | 螺栓 | 轴承 | 油漆 | 钢管 | 法兰 | 密封圈 | 电缆 | 阀门`,
    ),
  },
  ko: {
    ok: values(
      `네 | 알겠습니다 | 좋아요 | 확인했습니다 | 문제없어요 | 그렇게 할게요 | 네, 바로 할게요 | 괜찮아요 | 완료 | 좋습니다`,
    ),
    thanks: values(
      `감사합니다 | 고맙습니다 | 정말 감사해요 | 수고하셨습니다 | 덕분이에요 | 고마워요 | 항상 감사합니다 | 큰 도움이 됐어요`,
    ),
    day: values(
      `월요일 | 화요일 | 수요일 | 목요일 | 금요일 | 내일 | 오늘 | 모레 | 다음 주 | 월말 | 3일 | 12일 | 21일`,
    ),
    document: values(
      `도면 | 복원성 자료 | 회의록 | 계산서 | 검사 보고서 | 견적서 | 일정표 | 사양서 | 목록 | 시험 성적서`,
    ),
    place: values(
      `1공장 | 2공장 | 3공장 | 4공장 | 1번 게이트 | 2번 게이트 | 5번 부두 | 7번 부두 | 식당 | 회의실 | 1번 도크`,
    ),
  },
};

const japanese = `
[pair]
a: {hello}。{drawing} の{document}は{day}までにいただけますか。
b: {ok}。{time}ごろお送りします。
a: {thanks}。

[pair]
a: {hello}。{drawing}、{num}番の寸法が {mm} になっています。
b: {mm2} が正しいです。直します。
a: {thanks}。

[pair]
a: {day}の{time}に{place}で打ち合わせできますか。
b: {time2}からでもよろしいですか。
a: {ok}。

[pair]
a: {part}（{partno}）は在庫がありますか。
b: {few}個あります。{place}に置きました。
a: {thanks}。

[pair]
a: {ship} の{document}、{num}ページまで確認しました。
b: {ok}。残りは{day}にお願いします。

[pair]
a: {hello}。{part}の納期は{day}で変わりませんか。
b: 変わりません。{order} です。
a: {thanks}。

[pair]
a: 今日は {degrees} だそうです。
b: {place}はもっと寒いです。
a: お茶を入れます。{time}にどうぞ。

[pair]
a: 会議は{day}、{place}です。資料は{document}だけです。
b: {ok}。{num}部印刷します。
`;

const chinese = `
[pair]
a: {order} 的{document}到了吗？
b: {day}到，一共{num}页
a: {thanks}

[pair]
a: {material}还差{num}件，{order}
b: {ok}，{day}补上

[pair]
a: {truck} 到{place}了，{few}托{material}
b: {ok}，{time}卸货

[pair]
a: 供应商报价 {amount}，含运费
b: 再谈谈，上次是 {amount2}
a: {ok}

[pair]
a: {day} {time} 开会，{place}
b: {ok}，我带{document}

[pair]
a: 提醒自己：{day}催{order}的{document}
b: {clock} 已催，对方说{day2}
`;

const korean = `
[pair]
a: {ship} {document} 검토는 {day}까지 가능할까요?
b: {ok}. {time}에 보내드릴게요
a: {thanks}

[pair]
a: {day} {time}에 {place}에서 봐요
b: {ok}, {document} 가져갈게요

[pair]
a: 흘수 {draught}, 여유 {mm}
b: {ok}. {drawing} 기준이죠?
a: 네, {document} {num}쪽

[pair]
a: 메모: {drawing} 수정, {day}까지
b: {clock} 완료. {document} 첨부함

[pair]
a: {drawing} {num}번 치수 확인: {mm}
b: {mm2}로 수정, {document}에 반영
`;

export const dialogues = [
  ...dialoguesFrom("ja", japanese),
  ...dialoguesFrom("zh", chinese),
  ...dialoguesFrom("ko", korean),
];
